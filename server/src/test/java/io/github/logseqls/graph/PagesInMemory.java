package io.github.logseqls.graph;

import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Text;
import java.util.Map;
import java.util.Optional;

/** Pages that are in no file; the address of one is its path. */
public record PagesInMemory(Map<PagePath, Outline> outlines) implements Pages {

    @Override
    public Optional<Outline> outline(PagePath path) {
        return Optional.ofNullable(outlines.get(path));
    }

    @Override
    public Optional<Text> text(PagePath path) {
        return outline(path).map(Outline::text);
    }

    @Override
    public boolean isThere(PagePath path) {
        return outlines.containsKey(path);
    }

    @Override
    public String uri(PagePath path) {
        return path.path();
    }
}
