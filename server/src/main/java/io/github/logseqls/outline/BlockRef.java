package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A reference to a block that Logseq would follow, or would if its target were a UUID.
 *
 * @param form how it is written
 * @param span all of it, with brackets, label and macro, in UTF-16 offsets from the start of the block
 * @param labelSpan the label that is shown in its place; empty where there is none
 * @param targetSpan what stands between the double parentheses, likewise
 * @param target the text of {@code targetSpan}; in a container without the marks and indentation of its lines
 */
public record BlockRef(Form form, Span span, Span labelSpan, Span targetSpan, String target) implements Inline {

    /** The ways of writing a reference (format.md 3.2). */
    public enum Form {
        /** {@code ((id))}. */
        PLAIN,
        /** {@code [label](((id)))}. */
        LABELLED,
        /** {@code {{embed ((id))}}}. */
        EMBED,
        /** {@code [[id]]} or {@code [[((id))]]}: a page reference that names a block. */
        PAGE
    }

    BlockRef(Form form, Span span, Span targetSpan, String target) {
        this(form, span, new Span(span.start(), span.start()), targetSpan, target);
    }

    /** The block it names; empty where the target is no UUID, and then Logseq sees no reference. */
    public Optional<BlockId> id() {
        return BlockId.parse(target);
    }

    @Override
    public BlockRef moved(UnaryOperator<Span> to) {
        return new BlockRef(form, to.apply(span), to.apply(labelSpan), to.apply(targetSpan), target);
    }
}
