package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * {@code #name} or {@code #[[name]]}, which refers to a page too (format.md 4.2), or one of the {@code :names:} with which a
 * headline of Org ends.
 *
 * @param span all of it, in UTF-16 offsets from the start of the block
 * @param nameSpan what stands behind the {@code #}, brackets included, likewise
 * @param text the text of {@code nameSpan}; in running text of Markdown without the backslashes before punctuation marks, but
 *     for those inside brackets
 */
public record Tag(Span span, Span nameSpan, String text) implements Inline {

    /** The page it refers to: without brackets at both ends as in {@code #[[name]]}, but with those of {@code #[[a]]b}. */
    public String name() {
        Span inside = References.inside(text, new Span(0, text.length()), "[[", "]]");
        return text.substring(inside.start(), inside.end());
    }

    @Override
    public Tag moved(UnaryOperator<Span> to) {
        return new Tag(to.apply(span), to.apply(nameSpan), text);
    }
}
