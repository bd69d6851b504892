package io.github.logseqls.graph;

import io.github.logseqls.outline.Syntax;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a page's file lies inside its graph, with {@code /} between the parts: {@code pages/a.md}.
 *
 * <p>The order is that in which the app loads files: {@code logseq/}, {@code journals/}, {@code pages/}, then the rest, by
 * path inside each. Where two blocks claim one id, the one met first keeps it (format.md 3.3).
 */
public record PagePath(String path) implements Comparable<PagePath> {

    /** The rank of files in no folder of these. */
    private static final int LAST = 3;

    @Override
    public int compareTo(PagePath other) {
        int order = Integer.compare(rank(), other.rank());
        return order == 0 ? path.compareTo(other.path) : order;
    }

    /** The file's name without folders and extension. */
    public String baseName() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** The syntax of a page, which its name says in whatever case; empty for a file that is none. */
    public Optional<Syntax> syntax() {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return Optional.of(Syntax.MARKDOWN);
        }
        return name.endsWith(".org") ? Optional.of(Syntax.ORG) : Optional.empty();
    }

    /** The folder it lies in, which is {@code ""} at the root; empty for the root itself. */
    public Optional<PagePath> folder() {
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(new PagePath(path.substring(0, Math.max(0, path.lastIndexOf('/')))));
    }

    // Written out since graphs are maps of these: what a record has by itself is slow with the JVM's first compiler.
    @Override
    public boolean equals(Object other) {
        return other instanceof PagePath same && path.equals(same.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }

    private int rank() {
        // Paths are compared by the million, and most begin with one of these letters.
        return switch (path.isEmpty() ? ' ' : path.charAt(0)) {
            case 'l' -> path.startsWith("logseq/") ? 0 : LAST;
            case 'j' -> path.startsWith("journals/") ? 1 : LAST;
            case 'p' -> path.startsWith("pages/") ? 2 : LAST;
            default -> LAST;
        };
    }
}
