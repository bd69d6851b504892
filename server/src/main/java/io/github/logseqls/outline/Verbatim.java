package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * Text in which Logseq sees no references (format.md 6 and 9); and no other markup, but for emphasis in scripts and footnotes,
 * which is not read.
 *
 * @param kind why
 * @param span all of it, marks included, in UTF-16 offsets from the start of the block
 */
public record Verbatim(Kind kind, Span span) implements Inline {

    /** What such text is. */
    public enum Kind {
        CODE,
        MATH,
        HTML,
        HICCUP,
        EXPORT_SNIPPET,
        FOOTNOTE,
        /** {@code _{low}} or {@code ^{high}}: Logseq reads emphasis in it. */
        SCRIPT,
        /** How much of a task is done: {@code [1/2]} or {@code [50%]}. */
        COOKIE,
        /** {@code <<place>>}. */
        TARGET
    }

    @Override
    public Verbatim moved(UnaryOperator<Span> to) {
        return new Verbatim(kind, to.apply(span));
    }
}
