package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding.Related;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ids that Logseq does not take, or takes for another block. */
final class IdChecks {

    private static final int MOST_RELATED = 10;

    private final Examined page;
    /** The first blocks that claim an id; one that many blocks of the page claim is looked up once. */
    private final Map<BlockId, List<BlockAt>> owners = new HashMap<>();

    IdChecks(Examined page) {
        this.page = page;
    }

    static boolean suspects(Graph graph, Facts facts, Symbol symbol) {
        return symbol instanceof Symbol.Definition
                && (facts.symbols().count(symbol) > 1
                        || graph.links().files(symbol).size() > 1);
    }

    void look(int block) {
        page.outline().block(block).property("id").ifPresent(property -> look(block, property));
    }

    private void look(int block, Property property) {
        Span key = page.outline().inPage(block, property.keySpan());
        Span value = page.outline().inPage(block, property.valueSpan());
        Optional<BlockId> id = BlockId.parse(property.value());
        if (id.isPresent()) {
            checkUnique(block, id.get(), value);
        } else if (value.isEmpty()) {
            page.report(
                    Code.MALFORMED_ID,
                    key,
                    "This id:: has no value, so Logseq gives the block a new id at each start.");
        } else {
            page.report(
                    Code.MALFORMED_ID,
                    value,
                    "Logseq ignores this id and gives the block a new one at each start: "
                            + IdSlip.explain(property.value()));
        }
    }

    private void checkUnique(int block, BlockId id, Span value) {
        int claims = page.graph().count(new Symbol.Definition(id));
        if (claims < 2) {
            return;
        }
        // A few of them are enough: each has to be read from its page.
        List<BlockAt> some = owners.computeIfAbsent(id, claimed -> page.claims().of(claimed, MOST_RELATED + 1));
        if (some.size() < 2) {
            return;
        }
        BlockAt keeper = some.get(0);
        ImmutableList<Related> others = some.stream()
                .filter(owner -> !isHere(owner, block))
                .limit(MOST_RELATED)
                .map(owner -> related(owner, owner.equals(keeper)))
                .collect(ImmutableList.toImmutableList());
        page.report(
                Code.DUPLICATE_ID,
                value,
                isHere(keeper, block) ? kept(some.size() > MOST_RELATED ? claims : some.size()) : lost(keeper),
                others);
    }

    private static String kept(int claims) {
        return "This id is claimed %s. Logseq keeps it for this block; at its next re-index it gives the other a new id and deletes its id:: line."
                .formatted(claims == 2 ? "by another block too" : "by %d other blocks too".formatted(claims - 1));
    }

    private String lost(BlockAt keeper) {
        return "This id belongs to another block, \"%s\" in %s, which Logseq reads first. At its next re-index it gives this block a new id and deletes this id:: line, and references lead to the other block. Give this block an id of its own, or remove the line."
                .formatted(name(keeper), keeper.page().path());
    }

    private boolean isHere(BlockAt block, int index) {
        return block.index() == index && block.page().path().equals(page.page().path());
    }

    private Related related(BlockAt block, boolean keeps) {
        String says = keeps ? "keeps the id: " : "claims it too: ";
        return new Related(block.page(), block.outline().title(block.index()), says + name(block));
    }

    private String name(BlockAt block) {
        return Places.shortName(block, page.snapshot()::block);
    }
}
