package io.github.logseqls.graph;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Outline;

/** A page of a graph with its outline at one moment, and the settings of the graph. */
public record Page(PagePath path, Outline outline, GraphConfig config) {

    /** The name by which the page is shown. */
    public String title() {
        return PageTitle.of(path, outline, config);
    }

    /** The titles of the pages that it is tagged with as a whole, a day's in the graph's own format. */
    public ImmutableSet<String> tags() {
        return PageProperties.of(outline, Directives.of(outline), config).tags().stream()
                .map(name -> ReferencedPages.title(name, config))
                .collect(ImmutableSet.toImmutableSet());
    }
}
