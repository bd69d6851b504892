package io.github.logseqls.search;

import io.github.logseqls.graph.PageName;

/** How often pages are referred to. */
public interface References {

    int to(PageName page);
}
