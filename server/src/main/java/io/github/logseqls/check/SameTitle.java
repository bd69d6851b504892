package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.ConflictCopy;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that Logseq takes for one page, as their titles are the same. When it reads a whole graph it keeps the first of
 * them and skips the others with a warning, in an order of its own: the newest journal first, then the contents, then by path.
 */
final class SameTitle {

    /** How many files of one title are put in order; nobody has so many. */
    private static final int MOST = 200;

    private static final Comparator<PagePath> AS_READ = Comparator.comparingInt(SameTitle::rank)
            .thenComparing((one, other) -> {
                int order = one.path().compareTo(other.path());
                return rank(one) == 0 ? -order : order;
            });

    private final Snapshot snapshot;

    SameTitle(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static boolean suspects(Graph graph, Symbol symbol) {
        return symbol instanceof Symbol.Title && graph.links().files(symbol).size() > 1;
    }

    /** The first files with the title of the page in {@code path}, the one that Logseq keeps first; so many at most. */
    ImmutableList<PagePath> files(PagePath path, int most) {
        return files(path).limit(most).collect(ImmutableList.toImmutableList());
    }

    /** Whether Logseq keeps another file than {@code path} for its page. */
    boolean isSkipped(PagePath path) {
        return files(path).findFirst().filter(kept -> !kept.equals(path)).isPresent();
    }

    /** A blank file is no page, and of a copy that is to go something else is said. */
    private Stream<PagePath> files(PagePath path) {
        Graph graph = snapshot.graph();
        List<PagePath> all = graph.facts(path)
                .map(facts -> graph.links().files(new Symbol.Title(PageName.of(facts.title()))))
                .orElseGet(ImmutableList::of);
        return all.size() < 2
                ? all.stream()
                : all.stream()
                        .limit(MOST)
                        .filter(file -> graph.isPage(file) && !ConflictCopy.isOne(file))
                        .sorted(AS_READ)
                        .filter(this::isPage);
    }

    private boolean isPage(PagePath path) {
        return snapshot.page(path).filter(page -> page.outline().size() > 0).isPresent();
    }

    private static int rank(PagePath path) {
        return path.path().contains("journals/") ? 0 : path.path().contains("contents.") ? 1 : 2;
    }
}
