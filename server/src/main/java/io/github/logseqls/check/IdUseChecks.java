package io.github.logseqls.check;

import io.github.logseqls.graph.BareBlock;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Span;

/** Ids to which nothing leads, and those to which something does that is not there any more. */
final class IdUseChecks {

    private static final String NOTES_OF_PDF = "hls__";

    private final Examined page;

    IdUseChecks(Examined page) {
        this.page = page;
    }

    static boolean suspects(Graph graph, Symbol symbol, CheckSettings settings) {
        return symbol instanceof Symbol.Definition definition
                && Code.UNUSED_ID.isWanted(settings)
                && isUnused(graph, definition.block());
    }

    void look(int index) {
        Block block = page.outline().block(index);
        block.id().ifPresent(id -> look(index, block.property("id").orElseThrow(), id));
    }

    private void look(int index, Property property, BlockId id) {
        Span key = page.outline().inPage(index, property.keySpan());
        Span line = new Span(
                key.start(), page.outline().inPage(index, property.valueSpan()).end());
        if (BareBlock.isOne(page.outline(), index) && !page.outline().hasChildren(index)) {
            int uses = page.graph().count(new Symbol.BlockUse(id));
            if (uses > 0) {
                page.report(Code.ID_ONLY_BLOCK, line, lostText(uses));
            }
        }
        if (page.wants(Code.UNUSED_ID) && page.graph().isComplete() && !isNotesOfPdf() && isUnused(page.graph(), id)) {
            page.report(
                    Code.UNUSED_ID,
                    line,
                    "Nothing in this graph refers to this id. Unless something outside does, a copied link to the block say, its line may go.");
        }
    }

    private static String lostText(int uses) {
        return "This block has nothing but its id, and %s to it: Logseq shows nothing there. It may have lost its text, by a sync say. Give it its text back."
                .formatted(uses == 1 ? "1 reference leads" : uses + " references lead");
    }

    /** The highlights of a PDF and their notes know each other by ids. */
    private boolean isNotesOfPdf() {
        return page.page().path().baseName().startsWith(NOTES_OF_PDF);
    }

    /** In code, macros and the like an id may be meant for others than Logseq: that is a use too. */
    private static boolean isUnused(Graph graph, BlockId id) {
        return graph.links().referrers(id).isEmpty()
                && graph.links().dataDefiners(id).isEmpty()
                && graph.links().files(new Symbol.LostUse(id)).isEmpty();
    }
}
