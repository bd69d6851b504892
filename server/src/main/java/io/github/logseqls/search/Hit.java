package io.github.logseqls.search;

import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import java.util.Comparator;

/** Something that answers a query. */
public sealed interface Hit {

    /** The better first; an order of all that may be found. */
    Comparator<Hit> BEST_FIRST = Hit::order;

    /** The other way round. */
    Comparator<Hit> LAST_FIRST = (one, other) -> order(other, one);

    PagePath path();

    /** How good an answer it is, to be compared with that of any other hit of the query: the greater, the better. */
    long rank();

    // Written out since hits are sorted by the thousand while somebody types.
    private static int order(Hit one, Hit other) {
        if (one.rank() != other.rank()) {
            return Long.compare(other.rank(), one.rank());
        }
        int order = one.path().compareTo(other.path());
        if (order != 0) {
            return order;
        }
        int blocks = Integer.compare(blockOf(one), blockOf(other));
        return blocks != 0 ? blocks : nameOf(one).compareTo(nameOf(other));
    }

    private static int blockOf(Hit hit) {
        return hit instanceof OfBlock block ? block.block() : -1;
    }

    private static String nameOf(Hit hit) {
        return hit instanceof OfPage page ? page.name().toString() : "";
    }

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
