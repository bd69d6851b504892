package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What stands under the caret. Spans are offsets in the page. */
public sealed interface Caret {

    /** A reference to a block, in any form. */
    record OnBlockRef(BlockRef ref) implements Caret {}

    /** The {@code id::} line of a block. */
    record OnId(int block, Property property, Span span) implements Caret {}

    /** Nothing that this program knows. */
    record Elsewhere() implements Caret {}

    /**
     * What stands at {@code offset}. A reference is also found where Logseq sees none, in code say: the app's own
     * follow-the-link command does so too (format.md 0).
     */
    static Caret at(Outline outline, int offset) {
        OptionalInt found = outline.blockAt(offset);
        if (found.isEmpty()) {
            return new Elsewhere();
        }
        int block = found.getAsInt();
        Optional<BlockRef> ref = refAt(outline.blockRefs(block), offset);
        if (ref.isPresent()) {
            return new OnBlockRef(ref.get());
        }
        Optional<Property> id = outline.block(block).property("id");
        if (id.isPresent()) {
            Span line =
                    new Span(id.get().keySpan().start(), id.get().valueSpan().end());
            if (outline.inPage(block, line).touches(offset)) {
                return new OnId(block, id.get(), outline.inPage(block, line));
            }
        }
        return refInAnyText(outline, offset);
    }

    /** The reference that holds the caret; between two of them the one behind it, at the end of one and no other that one. */
    private static Optional<BlockRef> refAt(List<BlockRef> refs, int offset) {
        Optional<BlockRef> touched = Optional.empty();
        for (BlockRef ref : refs) {
            if (ref.span().contains(offset)) {
                return Optional.of(ref);
            }
            if (ref.span().touches(offset)) {
                touched = Optional.of(ref);
            }
        }
        return touched;
    }

    private static Caret refInAnyText(Outline outline, int offset) {
        int width = BlockId.LENGTH + 4;
        int from = Math.max(0, offset - width);
        String text =
                outline.text().slice(new Span(from, Math.min(outline.text().length(), offset + width)));
        for (int start = 0; from + start <= offset && start + width <= text.length(); start++) {
            boolean brackets = text.startsWith("((", start) && text.startsWith("))", start + width - 2);
            String target = brackets ? text.substring(start + 2, start + width - 2) : "";
            if (BlockId.parse(target).isPresent()) {
                Span inside = new Span(from + start + 2, from + start + width - 2);
                Span span = new Span(from + start, from + start + width);
                return new OnBlockRef(new BlockRef(BlockRef.Form.PLAIN, span, inside, target));
            }
        }
        return new Elsewhere();
    }
}
