package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.github.logseqls.change.Change;
import io.github.logseqls.check.Claims;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two blocks claim one id: the one that Logseq reads later gets a new one, or goes without. */
final class DuplicateIdFixes {

    /** Where more blocks claim the id, each has to be mended by itself. */
    private static final int MOST_CLAIMS = 20;

    private final Faulty faulty;
    private final BlockAt here;
    private final Property property;
    private final BlockId id;
    private final Claims claims;

    private DuplicateIdFixes(Faulty faulty, Property property, BlockId id) {
        this.faulty = faulty;
        this.here = faulty.block();
        this.property = property;
        this.id = id;
        this.claims = Claims.in(faulty.snapshot());
    }

    static ImmutableList<Fix> of(Faulty faulty) {
        Optional<Property> property = faulty.property();
        Optional<BlockId> id = property.flatMap(known -> BlockId.parse(known.value()));
        return id.isPresent()
                ? new DuplicateIdFixes(faulty, property.orElseThrow(), id.get()).fixes()
                : ImmutableList.of();
    }

    private ImmutableList<Fix> fixes() {
        List<BlockAt> first = claims.of(id, 2);
        if (first.size() < 2) {
            return ImmutableList.of();
        }
        return isHere(first.get(0)) ? ofKeeper(first.get(1)) : ofCopy(first.get(0));
    }

    private boolean isHere(BlockAt block) {
        return block.index() == here.index()
                && block.page().path().equals(here.page().path());
    }

    private ImmutableList<Fix> ofKeeper(BlockAt next) {
        ImmutableList.Builder<Fix> fixes = ImmutableList.builder();
        int known = claims.of(id, MOST_CLAIMS + 1).size();
        if (known <= MOST_CLAIMS) {
            String who = known == 2
                    ? "Give " + faulty.name(next) + " a new id"
                    : "Give each of the %d other blocks a new id".formatted(known - 1);
            fixes.add(Fix.preferred(who + "; references keep leading here", this::othersRenamed));
        }
        String where = "; references will lead to " + faulty.name(next);
        fixes.add(Fix.possible("Give this block a new id" + where, this::renamed));
        addRemoving(where, fixes);
        return fixes.build();
    }

    private ImmutableList<Fix> ofCopy(BlockAt keeper) {
        ImmutableList.Builder<Fix> fixes = ImmutableList.builder();
        String where = "; references keep leading to " + faulty.name(keeper);
        fixes.add(Fix.safe("Give this block a new id" + where, this::renamed));
        int uses = faulty.graph()
                .facts(here.page().path())
                .map(facts -> facts.symbols().count(new Symbol.BlockUse(id)))
                .orElse(0);
        // In a page that was copied, references mean the block beside them; where both are in one page nobody can tell.
        if (uses > 0 && !keeper.page().path().equals(here.page().path())) {
            fixes.add(Fix.possible(
                    uses == 1
                            ? "Give this block a new id, and have the reference in this page lead to it"
                            : "Give this block a new id, and have the %d references in this page lead to it"
                                    .formatted(uses),
                    this::renamedWithReferences));
        }
        addRemoving(where, fixes);
        return fixes.build();
    }

    private void addRemoving(String where, ImmutableList.Builder<Fix> to) {
        if (PropertyLine.mayGo(here, property)) {
            to.add(Fix.possible("Remove this id line" + where, this::removed));
        }
    }

    private Change renamed() {
        return Change.of(here.page(), newId(here));
    }

    private Change removed() {
        return Change.of(here.page(), PropertyLine.removed(here, property));
    }

    private Change renamedWithReferences() {
        List<Edit> edits = new ArrayList<>(List.of(newId(here)));
        for (int block = 0; block < here.outline().size(); block++) {
            for (BlockRef ref : here.outline().blockRefs(block)) {
                if (ref.id().equals(Optional.of(id))) {
                    edits.add(new Edit(ref.targetSpan(), faulty.newId(here).toString()));
                }
            }
        }
        return Change.of(here.page(), edits);
    }

    private Change othersRenamed() {
        List<BlockAt> all = claims.of(id, MOST_CLAIMS);
        ImmutableListMultimap<PagePath, BlockAt> others = Multimaps.index(
                all.subList(1, all.size()), other -> other.page().path());
        return others.asMap().values().stream()
                .map(List::copyOf)
                .map(blocks -> renamed(blocks.get(0).page(), blocks))
                .reduce(Change.NONE, Change::and);
    }

    private Change renamed(Page page, List<BlockAt> blocks) {
        return Change.of(page, blocks.stream().map(this::newId).toList());
    }

    private Edit newId(BlockAt block) {
        Span value = block.block().property("id").orElseThrow().valueSpan();
        return new Edit(
                block.outline().inPage(block.index(), value),
                faulty.newId(block).toString());
    }
}
