package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * {@code #name} or {@code #[[name]]}, which refers to a page too.
 *
 * @param span all of it
 * @param nameSpan what stands behind the {@code #}, brackets included
 * @param text the text of {@code nameSpan}, without backslashes before punctuation marks
 */
public record Tag(Span span, Span nameSpan, String text) implements Inline {

    /** The page it refers to: without brackets at both ends as in {@code #[[name]]}, but with those of {@code #[[a]]b}. */
    public String name() {
        boolean bracketed = text.length() >= 4 && text.startsWith("[[") && text.endsWith("]]");
        return bracketed ? text.substring(2, text.length() - 2) : text;
    }

    @Override
    public Tag moved(UnaryOperator<Span> to) {
        return new Tag(to.apply(span), to.apply(nameSpan), text);
    }
}
