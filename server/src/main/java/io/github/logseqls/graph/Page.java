package io.github.logseqls.graph;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Outline;
import java.util.Optional;

/** A page of a graph with its outline at one moment, and the settings of the graph. */
public record Page(PagePath path, Outline outline, GraphConfig config) {

    /** The name by which the page is shown. */
    public String title() {
        return PageTitle.of(path, outline, config);
    }

    /** The title that the page gives itself, as written; without one its file's name is its title. */
    public Optional<String> ownTitle() {
        return TitleProperty.of(outline, Directives.of(outline));
    }

    /** The title that the name of its file stands for. */
    public String fileTitle() {
        return PageTitle.ofFile(path, config);
    }

    /** The titles of the pages that it is tagged with as a whole, a day's in the graph's own format. */
    public ImmutableSet<String> tags() {
        return PageProperties.of(outline, Directives.of(outline), config).tags().stream()
                .map(name -> ReferencedPages.title(name, config))
                .collect(ImmutableSet.toImmutableSet());
    }
}
