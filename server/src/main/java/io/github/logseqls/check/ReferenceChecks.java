package io.github.logseqls.check;

import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.text.Span;

/** References that lead nowhere, and those that Logseq does not see. In code nothing is looked for. */
final class ReferenceChecks {

    private final Examined page;

    ReferenceChecks(Examined page) {
        this.page = page;
    }

    static boolean suspects(Graph graph, Symbol symbol) {
        return symbol instanceof Symbol.BlockUse use && !graph.links().isDefined(use.block());
    }

    void look(int block) {
        page.outline().blockRefs(block).forEach(this::checkForm);
        Mentions.of(page.page(), block).forEach(this::checkTarget);
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
                && page.graph().isComplete()
                && !page.graph().links().isDefined(of.id())) {
            page.report(
                    Code.BROKEN_BLOCK_REF,
                    withParentheses(mention.nameSpan()),
                    "No block in this graph has the id %s, so Logseq shows just the id here. Give the block its id:: line back, or remove the reference."
                            .formatted(of.id()));
        }
    }

    private static Span withParentheses(Span target) {
        return new Span(target.start() - 2, target.end() + 2);
    }
}
