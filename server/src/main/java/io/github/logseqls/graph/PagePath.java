package io.github.logseqls.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a page's file lies inside its graph, with {@code /} between the parts: {@code pages/a.md}.
 *
 * <p>The order is that in which the app loads files: {@code logseq/}, {@code journals/}, {@code pages/}, then the rest, by
 * path inside each. Where two blocks claim one id, the one met first keeps it (format.md 3.3).
 */
public record PagePath(String path) implements Comparable<PagePath> {

    private static final List<String> LOADED_FIRST = List.of("logseq/", "journals/", "pages/");

    private static final Comparator<PagePath> LOAD_ORDER =
            Comparator.comparingInt(PagePath::rank).thenComparing(PagePath::path);

    @Override
    public int compareTo(PagePath other) {
        return LOAD_ORDER.compare(this, other);
    }

    /** The file's name without folders and extension. */
    public String baseName() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** The folder it lies in, which is {@code ""} at the root; empty for the root itself. */
    public Optional<PagePath> folder() {
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(new PagePath(path.substring(0, Math.max(0, path.lastIndexOf('/')))));
    }

    @Override
    public String toString() {
        return path;
    }

    private int rank() {
        for (int rank = 0; rank < LOADED_FIRST.size(); rank++) {
            if (path.startsWith(LOADED_FIRST.get(rank))) {
                return rank;
            }
        }
        return LOADED_FIRST.size();
    }
}
