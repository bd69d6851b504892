package io.github.logseqls.check;

import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.LostIds;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Loss;
import java.util.Optional;

/** Ids and references that look right and that Logseq does not see. */
final class IgnoredChecks {

    private final Examined page;

    IgnoredChecks(Examined page) {
        this.page = page;
    }

    static boolean suspects(Graph graph, Symbol symbol) {
        return symbol instanceof Symbol.LostDefinition
                || symbol instanceof Symbol.LostUse use && graph.links().isDefined(use.block());
    }

    void look(int block) {
        if (!page.outline().mayLoseIds(block)) {
            return;
        }
        IgnoredRef refs = new IgnoredRef(page, block);
        for (Loss loss : page.outline().losses(block)) {
            Optional<Symbol> lost = LostIds.symbol(page.outline(), loss);
            if (lost.isEmpty()) {
                continue;
            }
            if (lost.get() instanceof Symbol.LostDefinition definition) {
                lookAtId(block, loss, definition.block());
            } else if (lost.get() instanceof Symbol.LostUse use
                    && page.graph().links().isDefined(use.block())) {
                refs.explain(loss)
                        .ifPresent(why -> page.report(
                                Code.IGNORED_BLOCK_REF, loss.span(), "Logseq sees no block reference here: " + why));
            }
        }
    }

    private void lookAtId(int block, Loss loss, BlockId id) {
        boolean isKnown = page.outline().block(block).id().filter(id::equals).isPresent();
        if (!isKnown && (IgnoredId.isMeant(page.outline(), loss) || isNeeded(id))) {
            String lost = page.graph().links().isDefined(id) ? "" : ", and references to it lead nowhere";
            page.report(
                    Code.IGNORED_ID,
                    loss.span(),
                    "Logseq does not see this id" + lost + ": " + IgnoredId.explain(loss));
        }
    }

    /** Whether something refers to a block that is nowhere else. */
    private boolean isNeeded(BlockId id) {
        return page.graph().isComplete()
                && !page.graph().links().referrers(id).isEmpty()
                && !page.graph().links().isDefined(id);
    }
}
