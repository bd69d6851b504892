package io.github.logseqls.graph;

import io.github.logseqls.outline.Outline;

/** A page of a graph with its outline at one moment. */
public record Page(PagePath path, Outline outline) {

    /** The name by which the page is shown. */
    public String title() {
        return PageTitle.of(path, outline);
    }
}
