package io.github.logseqls.feature;

import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Pages;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Text;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages of which is counted how often one is read. */
public record CountedPages(Pages pages, AtomicInteger read) implements Pages {

    @Override
    public Optional<Outline> outline(PagePath path) {
        read.incrementAndGet();
        return pages.outline(path);
    }

    @Override
    public Optional<Text> text(PagePath path) {
        return pages.text(path);
    }

    @Override
    public boolean isThere(PagePath path) {
        return pages.isThere(path);
    }

    @Override
    public String uri(PagePath path) {
        return pages.uri(path);
    }
}
