package io.github.logseqls.refactor;

import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.PlainTitle;
import io.github.logseqls.outline.BlockId;
import java.util.Optional;

/**
 * A reference to the block at a place, to be put in elsewhere.
 *
 * @param text the reference
 * @param made what gives the block an id where it has none; nothing to change where it has
 */
public record CopiedReference(String text, Refactored made) {

    /** How it is written. */
    public enum Form {
        /** {@code ((id))}. */
        REF,
        /** {@code {{embed ((id))}}}. */
        EMBED,
        /** {@code [text](((id)))}, in Org {@code [[((id))][text]]}. */
        LINK
    }

    /** None where there is no block. */
    public static Optional<CopiedReference> of(Spot spot, Form form) {
        return spot.block().map(block -> {
            Optional<BlockId> id = block.block().id();
            String text = text(spot, block, id.orElseGet(() -> spot.ids().of(block)), form);
            return new CopiedReference(
                    text, id.isPresent() ? new Refactored.Made(Change.NONE) : BlockReferences.withId(spot, block));
        });
    }

    private static String text(Spot spot, BlockAt block, BlockId id, Form form) {
        String ref = "((" + id + "))";
        return switch (form) {
            case REF -> ref;
            case EMBED -> "{{embed " + ref + "}}";
            case LINK -> {
                String title = PlainTitle.of(block, spot.snapshot()::block)
                        .replace('[', '(')
                        .replace(']', ')');
                yield spot.isOrg() ? "[[" + ref + "][" + title + "]]" : "[" + title + "](" + ref + ")";
            }
        };
    }
}
