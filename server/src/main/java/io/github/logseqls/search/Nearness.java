package io.github.logseqls.search;

import io.github.logseqls.graph.PagePath;

/** How near pages are to where somebody looks from. */
public interface Nearness {

    /** From 0, far away, to 3, the very page. */
    int of(PagePath path);
}
