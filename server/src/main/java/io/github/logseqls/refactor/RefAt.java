package io.github.logseqls.refactor;

import io.github.logseqls.change.Draft;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.BlockRef;
import java.util.Comparator;
import java.util.Optional;

/** The reference to a block that the caret is on. */
final class RefAt {

    static final Refactored NOWHERE = new Refactored.Refused(
            "The block that this refers to is not in the graph any more, or its page is just being read.");
    static final Refactored NO_TEXT =
            new Refactored.Refused("The first line of the block that this refers to has no text.");

    private RefAt() {}

    /** The innermost one, where it may lead somewhere. */
    static Optional<BlockRef> of(Spot spot) {
        return spot.wholeBlock().stream()
                .flatMap(block -> spot.outline().blockRefs(block.index()).stream())
                .filter(ref -> ref.span().touches(spot.selection().start())
                        && ref.span().touches(spot.selection().end()))
                .filter(ref -> ref.id()
                        .filter(id ->
                                !spot.snapshot().graph().links().definers(id).isEmpty())
                        .isPresent())
                .min(Comparator.comparingInt(ref -> ref.span().length()));
    }

    static Optional<BlockAt> target(Spot spot, BlockRef ref) {
        return ref.id().flatMap(spot.snapshot()::block);
    }

    /** Whether a block holds nothing but the reference. */
    static boolean isAll(BlockAt block, BlockRef ref) {
        String written = block.outline().text().slice(ref.span());
        return Draft.of(block.outline(), block.index()).content().equals(written);
    }
}
