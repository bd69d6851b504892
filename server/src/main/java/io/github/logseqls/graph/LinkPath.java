package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import io.github.logseqls.text.PercentCodes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the file of the graph that a link's address leads to. Nothing outside of the graph is ever named. */
public final class LinkPath {

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:.*", Pattern.DOTALL);
    /** However many dots and slashes stand before them, these folders are the graph's own (format.md 4.2). */
    private static final Pattern FROM_ROOT = Pattern.compile("^[./]*((?:assets|draws)/.*)", Pattern.DOTALL);

    /** A name with an ending such as {@code .md}, and what stands behind its hash. */
    private static final Pattern WITH_FRAGMENT = Pattern.compile("(.*?[^/]\\.\\p{Alnum}{1,10})#(.*)", Pattern.DOTALL);

    private static final Pattern ENDING = Pattern.compile(".*\\.\\p{Alpha}\\p{Alnum}{0,9}", Pattern.DOTALL);

    private static final String FILE = "file:";
    /** What leads elsewhere on some system, or is no name anywhere. */
    private static final CharMatcher FORBIDDEN = CharMatcher.anyOf("\\:\0");

    private LinkPath() {}

    /** The file behind an address that stands in the page {@code from}; empty for the web and what lies outside the graph. */
    public static Optional<PagePath> of(PagePath from, String address) {
        String local = address.startsWith(FILE) ? address.substring(FILE.length()) : address;
        int search = local.indexOf("::");
        String written = search < 0 ? local : local.substring(0, search);
        if (written.isEmpty()
                || written.startsWith("#")
                || SCHEME.matcher(written).matches()) {
            return Optional.empty();
        }
        String path = PercentCodes.decoded(withoutFragment(written));
        Matcher fromRoot = FROM_ROOT.matcher(path);
        if (fromRoot.matches()) {
            return normal("", fromRoot.group(1));
        }
        int slash = from.path().lastIndexOf('/');
        return path.startsWith("/") ? Optional.empty() : normal(from.path().substring(0, slash + 1), path);
    }

    /** Names with a hash are known by the ending behind it; Logseq writes that hash either way. */
    static String withoutFragment(String address) {
        Matcher parted = WITH_FRAGMENT.matcher(address);
        return parted.matches() && !ENDING.matcher(parted.group(2)).matches() ? parted.group(1) : address;
    }

    private static Optional<PagePath> normal(String folder, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : Splitter.on('/').split(folder + path)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (FORBIDDEN.matchesAnyOf(part)) {
                return Optional.empty();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new PagePath(Joiner.on('/').join(parts)));
    }
}
