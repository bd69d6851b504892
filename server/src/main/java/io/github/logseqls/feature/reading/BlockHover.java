package io.github.logseqls.feature.reading;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.FewBlocks;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import java.util.List;
import java.util.Optional;

/** What a hover tells of a block: from a reference what it says and where it is, from its {@code id::} line who refers to it. */
public final class BlockHover {

    private static final int MOST_PAGES = 15;
    private static final int MOST_BLOCKS_LOOKED_UP = 10;

    private BlockHover() {}

    /** The block that a reference names. */
    static String of(Snapshot snapshot, BlockId id, Markup markup) {
        Optional<BlockAt> block = snapshot.block(id);
        if (block.isEmpty()) {
            return notInPage(snapshot, id, markup);
        }
        int claims = snapshot.graph().count(new Symbol.Definition(id));
        String others = claims <= 1
                ? ""
                : "\n\n" + markup.aside("%d blocks claim this id; Logseq keeps it for this one.".formatted(claims));
        return of(snapshot, block.get(), markup) + others;
    }

    /** Where a block is, and what it says. */
    public static String of(Snapshot snapshot, BlockAt block, Markup markup) {
        String text = BlockPreview.of(snapshot, block);
        String shown = text.isEmpty() ? markup.aside("This block is empty.") : markup.content(text);
        return markup.breadcrumb(Places.breadcrumb(block, new FewBlocks(snapshot, MOST_BLOCKS_LOOKED_UP))) + "\n\n"
                + shown;
    }

    /** How often a block is referred to, and on which pages. */
    public static String referrers(Graph graph, BlockId id, Markup markup) {
        Backlinks links = Backlinks.ofBlock(graph, id);
        if (links.isEmpty()) {
            return markup.aside(
                    graph.extent() == Graph.Extent.LOADING
                            ? "The graph is still being read; no reference to this block has been found so far."
                            : "Nothing refers to this block.");
        }
        return links.count("reference to this block", "references to this block")
                + ":\n"
                + links.list(markup, MOST_PAGES);
    }

    private static String notInPage(Snapshot snapshot, BlockId id, Markup markup) {
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
}
