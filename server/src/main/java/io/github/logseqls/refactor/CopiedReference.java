package io.github.logseqls.refactor;

import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PlainTitle;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
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
        /** {@code [text](((id)))}, in Org {@code [[((id))][text]]}; for a block without a text {@code ((id))}. */
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
                String link = spot.isOrg() ? "[[" + ref + "][" + title + "]]" : "[" + title + "](" + ref + ")";
                yield !title.isBlank() && leads(link, id, spot.page()) ? link : ref;
            }
        };
    }

    /** Whether Logseq reads the whole of a link as one to a block: a title may end in what takes its bracket for text. */
    private static boolean leads(String link, BlockId id, Page page) {
        Syntax syntax = page.outline().syntax();
        String bullet = syntax == Syntax.ORG ? "* " : "- ";
        Page read = new Page(page.path(), Outline.parse(Text.of(bullet + link), syntax), page.config());
        return Mentions.of(read).stream()
                .anyMatch(mention -> mention.target().equals(new Target.OfBlock(id))
                        && mention.span().length() == link.length());
    }
}
