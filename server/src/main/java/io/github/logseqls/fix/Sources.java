package io.github.logseqls.fix;

import io.github.logseqls.graph.History;
import io.github.logseqls.search.SearchIndex;
import java.util.function.Supplier;

/**
 * Where a block that is lost may be found again, beside its graph; each is asked only when one is.
 *
 * @param texts the texts of the graph's blocks, as far as they are known by now
 * @param history what the pages were
 */
public record Sources(Supplier<SearchIndex> texts, History history) {

    public static final Sources NONE = new Sources(() -> SearchIndex.EMPTY, History.NONE);
}
