package io.github.logseqls.graph;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that a program which keeps folders alike put beside another when both sides had changed it. Logseq reads it as a
 * page like any other (format.md 7).
 *
 * <p>Known are the names that say so: those of Syncthing, and those of Dropbox and Nextcloud in English. What OneDrive
 * and iCloud write, {@code a-LAPTOP.md} and {@code a 2.md}, may as well be a name that somebody chose.
 */
public final class ConflictCopy {

    private static final Pattern SYNCTHING =
            Pattern.compile("(.+)\\.sync-conflict-\\d{8}-\\d{6}(?:-[A-Z2-7]{7})?(\\.[^./]+)");

    private static final Pattern SAID_IN_WORDS = Pattern.compile(
            "(.+) \\((?:[^()/]+ )?conflicted copy \\d{4}-\\d{2}-\\d{2}(?: \\d{6})?(?: \\(\\d+\\))?\\)(\\.[^./]+)");

    private ConflictCopy() {}

    /** The page that a page is a copy of, whether or not that is there; empty for one that is no such copy. */
    public static Optional<PagePath> original(PagePath path) {
        // Most names are none, and each one that a graph holds is asked for.
        return path.path().contains("conflict")
                ? original(SYNCTHING, path).or(() -> original(SAID_IN_WORDS, path))
                : Optional.empty();
    }

    /** Whether a page is such a copy. */
    public static boolean isOne(PagePath path) {
        return original(path).isPresent();
    }

    private static Optional<PagePath> original(Pattern name, PagePath path) {
        Matcher matcher = name.matcher(path.path());
        return matcher.matches() && !matcher.group(1).endsWith("/")
                ? Optional.of(new PagePath(matcher.group(1) + matcher.group(2)))
                : Optional.empty();
    }
}
