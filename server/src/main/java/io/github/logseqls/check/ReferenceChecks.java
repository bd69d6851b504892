package io.github.logseqls.check;

import io.github.logseqls.graph.ConflictCopy;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.text.Span;
import java.util.List;

/** References to blocks that lead nowhere, and those whose id is none. In code nothing is looked for. */
final class ReferenceChecks {

    private final Examined page;
    private final MissedBlocks missed;

    ReferenceChecks(Examined page) {
        this.page = page;
        this.missed = new MissedBlocks(page.snapshot());
    }

    static boolean suspects(Graph graph, Symbol symbol) {
        return symbol instanceof Symbol.BlockUse use
                && (!graph.links().isDefined(use.block()) || MissedBlocks.isOnlyInCopies(graph, use.block()));
    }

    void look(int block, List<Mention> mentions) {
        page.outline().blockRefs(block).forEach(this::checkForm);
        mentions.forEach(this::checkTarget);
    }

    private void checkForm(BlockRef ref) {
        if (ref.id().isEmpty() && IdSlip.isOne(ref.target())) {
            page.report(
                    Code.MALFORMED_BLOCK_REF,
                    withParentheses(ref.targetSpan()),
                    "Logseq does not see a block reference here: " + IdSlip.explain(ref.target())
                            + " Copy the id again from the block's id:: line.");
        }
    }

    private void checkTarget(Mention mention) {
        boolean isRef = mention.form() == Mention.Form.BLOCK_REF || mention.form() == Mention.Form.EMBED;
        if (isRef
                && mention.target() instanceof Target.OfBlock of
                && page.graph().isComplete()) {
            if (!page.graph().links().isDefined(of.id())) {
                reportBroken(mention, of.id());
            } else if (MissedBlocks.isOnlyInCopies(page.graph(), of.id())
                    && !ConflictCopy.isOne(page.page().path())) {
                page.report(
                        Code.REF_ONLY_IN_BACKUP,
                        withParentheses(mention.nameSpan()),
                        "The block with this id is only in %s, a copy that a sync made of a page: once that is deleted, the reference leads nowhere. Take the block over into its page."
                                .formatted(
                                        page.graph().links().definers(of.id()).get(0)));
            }
        }
    }

    private void reportBroken(Mention mention, BlockId id) {
        Span span = withParentheses(mention.nameSpan());
        boolean isEmbed = mention.form() == Mention.Form.EMBED;
        String shows = isEmbed ? "an empty frame" : "just the id";
        MissedBlocks.Found found = missed.find(id);
        switch (found.where()) {
            case NOWHERE ->
                page.report(
                        isEmbed ? Code.BROKEN_EMBED : Code.BROKEN_BLOCK_REF,
                        span,
                        "No block in this graph has the id %s, so Logseq shows %s here. Give the block its id:: line back, or remove the %s."
                                .formatted(id, shows, isEmbed ? "embed" : "reference"));
            case UNSEEN ->
                page.report(
                        isEmbed ? Code.BROKEN_EMBED : Code.BROKEN_BLOCK_REF,
                        span,
                        "Logseq does not see the id of this block where it is written in %s, so it shows %s here. Mend it there."
                                .formatted(found.path(), shows),
                        found.related());
            case IN_BACKUP ->
                page.report(
                        Code.REF_ONLY_IN_BACKUP,
                        span,
                        "No block in this graph has this id, so Logseq shows %s here; an older copy of the block is in %s. Take it back from there."
                                .formatted(shows, found.path()),
                        found.related());
        }
    }

    private static Span withParentheses(Span target) {
        return new Span(target.start() - 2, target.end() + 2);
    }
}
