package io.github.logseqls.fix;

import io.github.logseqls.graph.History;
import io.github.logseqls.search.SearchIndex;
import java.util.function.Supplier;

/**
 * Where a block that is lost may be found again, beside its graph; each is asked only when one is.
 *
 * @param texts the texts of the graph's blocks, as far as they are known by now
 * @param history what the pages were
 * @param checkWanted throws when nobody waits any more
 */
public record Sources(Supplier<SearchIndex> texts, History history, Runnable checkWanted) {

    public static final Sources NONE = new Sources(() -> SearchIndex.EMPTY, History.NONE, () -> {});
}
