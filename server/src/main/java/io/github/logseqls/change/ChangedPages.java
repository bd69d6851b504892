package io.github.logseqls.change;

import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Pages;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Text;
import io.vavr.collection.HashMap;
import java.util.Optional;

/**
 * The pages of a graph, some of them changed.
 *
 * @param changed the outlines of those that are; empty where a file is gone
 */
record ChangedPages(Pages others, HashMap<PagePath, Optional<Outline>> changed) implements Pages {

    static ChangedPages of(Pages pages) {
        return pages instanceof ChangedPages known ? known : new ChangedPages(pages, HashMap.empty());
    }

    ChangedPages with(PagePath path, Outline outline) {
        return new ChangedPages(others, changed.put(path, Optional.of(outline)));
    }

    ChangedPages without(PagePath path) {
        return new ChangedPages(others, changed.put(path, Optional.empty()));
    }

    @Override
    public Optional<Outline> outline(PagePath path) {
        return changed.get(path).getOrElse(() -> others.outline(path));
    }

    @Override
    public Optional<Text> text(PagePath path) {
        return changed.get(path).map(outline -> outline.map(Outline::text)).getOrElse(() -> others.text(path));
    }

    @Override
    public boolean isThere(PagePath path) {
        return changed.get(path).map(Optional::isPresent).getOrElse(() -> others.isThere(path));
    }

    @Override
    public String uri(PagePath path) {
        return others.uri(path);
    }
}
