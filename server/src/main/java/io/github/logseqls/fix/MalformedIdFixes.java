package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Edit;
import java.util.Optional;

/** An id that is none: what was meant is written, or the line goes. */
final class MalformedIdFixes {

    private MalformedIdFixes() {}

    static ImmutableList<Fix> of(Faulty faulty) {
        return faulty.property().map(property -> of(faulty, property)).orElseGet(ImmutableList::of);
    }

    private static ImmutableList<Fix> of(Faulty faulty, Property property) {
        BlockAt block = faulty.block();
        ImmutableList.Builder<Fix> fixes = ImmutableList.builder();
        boolean mayGo = PropertyLine.mayGo(block, property);
        if (property.value().isEmpty()) {
            return mayGo
                    ? ImmutableList.of(Fix.safe("Remove this empty id line", () -> removed(block, property)))
                    : ImmutableList.of();
        }
        Optional<BlockId> meant = MeantId.of(property.value())
                .filter(id -> !faulty.graph().links().isDefined(id));
        meant.ifPresent(id -> fixes.add(Fix.safe("Write the id as " + id, () -> written(faulty, id))));
        boolean refers = Mentions.of(faulty.page(), block.index()).stream()
                .anyMatch(mention -> faulty.span().contains(mention.span()));
        if (refers) {
            // What the value refers to is not ours to throw away.
            return fixes.build();
        }
        fixes.add(Fix.possible("Give this block a new id", () -> written(faulty, faulty.newId(block))));
        if (mayGo) {
            fixes.add(Fix.possible("Remove this id line", () -> removed(block, property)));
        }
        return fixes.build();
    }

    private static Change removed(BlockAt block, Property property) {
        return Change.of(block.page(), PropertyLine.removed(block, property));
    }

    private static Change written(Faulty faulty, BlockId id) {
        return Change.of(faulty.page(), new Edit(faulty.span(), id.toString()));
    }
}
