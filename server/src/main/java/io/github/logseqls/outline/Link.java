package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * A link to something that is neither page nor block: {@code [label](target)}, {@code ![alt](target)}, {@code <target>} or a
 * bare web address.
 *
 * @param labelSpan the label, empty where there is none
 * @param targetSpan the address as written
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
