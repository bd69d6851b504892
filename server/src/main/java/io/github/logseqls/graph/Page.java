package io.github.logseqls.graph;

import io.github.logseqls.outline.Outline;

/** A page of a graph with its outline at one moment, and the settings of the graph. */
public record Page(PagePath path, Outline outline, GraphConfig config) {

    /** The name by which the page is shown. */
    public String title() {
        return PageTitle.of(path, outline, config);
    }
}
