package io.github.logseqls.feature;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Iterables;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Caret;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** What stands behind the caret: the block that a reference names, or who refers to an {@code id::} line's block. */
public final class Hover {

    private static final int MOST_PAGES = 15;

    private Hover() {}

    /** The hover at {@code offset}, in Markdown or as plain text; {@code offset} is in the page. */
    public static Optional<org.eclipse.lsp4j.Hover> at(
            Snapshot snapshot, Page page, int offset, ClientAbilities client) {
        Markup markup = client.markdownHover() ? Markup.MARKDOWN : Markup.PLAIN;
        Caret caret = Caret.at(page.outline(), offset);
        if (caret instanceof Caret.OnBlockRef on && on.ref().id().isPresent()) {
            return hover(page, on.ref().span(), block(snapshot, on.ref().id().get(), markup), client);
        }
        if (caret instanceof Caret.OnId on) {
            return BlockId.parse(on.property().value())
                    .flatMap(id -> hover(page, on.span(), referrers(snapshot, id, markup), client));
        }
        return Optional.empty();
    }

    private static Optional<org.eclipse.lsp4j.Hover> hover(
            Page page, Span span, String content, ClientAbilities client) {
        String kind = client.markdownHover() ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT;
        return Optional.of(new org.eclipse.lsp4j.Hover(
                new MarkupContent(kind, content), Ranges.of(page.outline().text(), span, client.encoding())));
    }

    private static String block(Snapshot snapshot, BlockId id, Markup markup) {
        List<BlockAt> blocks = snapshot.blocks(id);
        if (blocks.isEmpty()) {
            return notAPage(snapshot, id, markup);
        }
        BlockAt block = blocks.get(0);
        String text = BlockPreview.of(snapshot, block);
        String shown = text.isEmpty() ? markup.aside("This block is empty.") : markup.content(text);
        String others = blocks.size() == 1
                ? ""
                : "\n\n"
                        + markup.aside(
                                "%d blocks claim this id; Logseq keeps it for this one.".formatted(blocks.size()));
        return markup.breadcrumb(Places.breadcrumb(block)) + "\n\n" + shown + others;
    }

    private static String notAPage(Snapshot snapshot, BlockId id, Markup markup) {
        List<PagePath> data = snapshot.graph().links().dataDefiners(id);
        if (!data.isEmpty()) {
            return markup.breadcrumb(ImmutableList.of(data.get(0).path())) + "\n\n"
                    + markup.aside("This block lives in a whiteboard or a PDF, which has no text to show.");
        }
        return markup.aside(
                switch (snapshot.graph().extent()) {
                    case SINGLE_FILE ->
                        "No block in this file has this id. The file lies in no Logseq graph, so only the file itself was searched.";
                    case LOADING -> "The graph is still being read; this block has not been found so far.";
                    case INCOMPLETE ->
                        "No block with this id has been found, but reading the graph was stopped before its end.";
                    case COMPLETE ->
                        snapshot.graph().isComplete()
                                ? "No block in this graph has this id. The reference is broken."
                                : "No block with this id has been found, but some files of the graph could not be read.";
                });
    }

    private static String referrers(Snapshot snapshot, BlockId id, Markup markup) {
        Graph graph = snapshot.graph();
        ImmutableMultiset.Builder<String> counts = ImmutableMultiset.builder();
        for (PagePath path : graph.links().referrers(id)) {
            Facts facts = graph.facts(path).orElseThrow();
            counts.addCopies(facts.title(), facts.symbols().count(new Symbol.BlockUse(id)));
        }
        ImmutableMultiset<String> pages = counts.build();
        if (pages.isEmpty()) {
            return markup.aside(
                    graph.extent() == Graph.Extent.LOADING
                            ? "The graph is still being read; no reference to this block has been found so far."
                            : "Nothing refers to this block.");
        }
        StringBuilder content = new StringBuilder(
                pages.size() == 1 ? "1 reference to this block" : pages.size() + " references to this block");
        content.append(":\n");
        for (String title : Iterables.limit(pages.elementSet(), MOST_PAGES)) {
            int count = pages.count(title);
            content.append("\n- ").append(markup.text(title)).append(count == 1 ? "" : " (" + count + ")");
        }
        int more = pages.elementSet().size() - MOST_PAGES;
        return more > 0
                ? content.append("\n- … and ")
                        .append(more)
                        .append(" more pages")
                        .toString()
                : content.toString();
    }
}
