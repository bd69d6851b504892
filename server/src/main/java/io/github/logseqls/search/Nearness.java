package io.github.logseqls.search;

import io.github.logseqls.graph.PagePath;
import java.util.Set;

/** How near pages are to where somebody looks from. */
public interface Nearness {

    /** Where somebody looks from nowhere. */
    Nearness NONE = path -> 0;

    /** The very page. */
    int NEAREST = 3;

    /** From 0, far away, to {@link #NEAREST}. */
    int of(PagePath path);

    /** The nearest pages, a few of them. */
    default Set<PagePath> nearest() {
        return Set.of();
    }
}
