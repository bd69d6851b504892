package io.github.logseqls.fix;

import io.github.logseqls.check.Finding;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.History;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.text.Span;
import java.util.Optional;

/** A finding, the page that it is in, and what is needed to mend it. */
record Faulty(Given given, Page page, Finding finding) {

    Snapshot snapshot() {
        return given.snapshot();
    }

    Graph graph() {
        return snapshot().graph();
    }

    /** The texts of the graph's blocks, as far as they are known. */
    SearchIndex texts() {
        return given.sources().texts().get();
    }

    Runnable checkWanted() {
        return given.sources().checkWanted();
    }

    History history() {
        return given.sources().history();
    }

    Outline outline() {
        return page.outline();
    }

    /** The text that was found, in UTF-16 offsets in the page. */
    Span span() {
        return finding.span();
    }

    String text() {
        return outline().text().slice(span());
    }

    /** The id that a block gets. */
    BlockId newId(BlockAt block) {
        return given.ids().of(block);
    }

    /** The block that it is in. */
    BlockAt block() {
        return new BlockAt(page, outline().blockAt(span().start()).orElseThrow());
    }

    /** The property whose key or value was found. */
    Optional<Property> property() {
        int block = block().index();
        return outline().block(block).properties().stream()
                .filter(property ->
                        outline().inPage(block, property.valueSpan()).equals(span())
                                || outline().inPage(block, property.keySpan()).equals(span()))
                .findFirst();
    }

    /** What another block is called, and where it is. */
    String name(BlockAt other) {
        String name = "“" + Places.shortName(other, snapshot()::block) + "”";
        return other.page().path().equals(page.path())
                ? name
                : name + " in " + other.page().path();
    }
}
