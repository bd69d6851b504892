package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * A link with an address: {@code [label](target)}, {@code ![alt](target)}, {@code <target>}, a bare web address, or in Org
 * {@code [[target][label]]}. Where Logseq takes it for a reference too (format.md 3.2, 4.1 and 9), a {@link PageRef} or
 * {@link BlockRef} stands beside it with the same span.
 *
 * @param kind what it is shown as
 * @param span all of it, in UTF-16 offsets from the start of the block
 * @param labelSpan the label, likewise; empty where there is none
 * @param targetSpan the address as written, likewise
 * @param target the text of {@code targetSpan}
 */
public record Link(Kind kind, Span span, Span labelSpan, Span targetSpan, String target) implements Inline {

    /** What a link is shown as. */
    public enum Kind {
        LABELLED,
        IMAGE,
        BARE
    }

    @Override
    public Link moved(UnaryOperator<Span> to) {
        return new Link(kind, to.apply(span), to.apply(labelSpan), to.apply(targetSpan), target);
    }
}
