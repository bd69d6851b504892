package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * A reference to a page; other markup, such as a {@link Link} or a {@link BlockRef}, may stand beside it with the same span.
 *
 * @param form how it is written
 * @param span all of it, with brackets, label and macro, in UTF-16 offsets from the start of the block
 * @param labelSpan the label that is shown in its place; empty where there is none
 * @param nameSpan what names the page, likewise
 * @param name the page's name; not trimmed, since Logseq does not; in running text of Markdown without the
 *     backslashes before punctuation marks, unless it holds other references or stands in one
 */
public record PageRef(Form form, Span span, Span labelSpan, Span nameSpan, String name) implements Inline {

    /** The ways of writing a reference (format.md 4.1). */
    public enum Form {
        /** {@code [[name]]}; one inside another is a reference of its own. */
        PLAIN,
        /** {@code [label]([[name]])}. */
        LABELLED,
        /** {@code [name](../pages/x.md)}: Logseq takes the label for the name. */
        FILE,
        /** {@code {{embed [[name]]}}} or {@code {{embed name}}}. */
        EMBED
    }

    @Override
    public PageRef moved(UnaryOperator<Span> to) {
        return new PageRef(form, to.apply(span), to.apply(labelSpan), to.apply(nameSpan), name);
    }
}
