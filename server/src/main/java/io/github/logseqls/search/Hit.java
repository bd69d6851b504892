package io.github.logseqls.search;

import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import java.util.Comparator;

/** Something that answers a query. */
public sealed interface Hit {

    /** The better first; an order of all that may be found. */
    Comparator<Hit> BEST_FIRST = Comparator.comparingLong(Hit::rank)
            .reversed()
            .thenComparing(Hit::path)
            .thenComparingInt(hit -> hit instanceof OfBlock block ? block.block() : -1)
            .thenComparing(hit -> hit instanceof OfPage page ? page.name().toString() : "");

    PagePath path();

    /** How good an answer it is, to be compared with that of any other hit of the query: the greater, the better. */
    long rank();

    /** What of the rank of a hit says how well it fits and how near it is. */
    static long match(Hit hit) {
        return Rank.match(hit.rank());
    }

    /** A page, by one of its names. */
    record OfPage(PagePath path, PageName name, long rank) implements Hit {}

    /**
     * A block, by its text.
     *
     * @param block which of the page's blocks, in file order from 0; the page may have changed since
     */
    record OfBlock(PagePath path, int block, long rank) implements Hit {}
}
