package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/** Text that Logseq reads no markup in. */
public record Verbatim(Kind kind, Span span) implements Inline {

    /** Why it is taken as it stands. */
    public enum Kind {
        CODE,
        MATH,
        HTML,
        HICCUP,
        EXPORT_SNIPPET,
        FOOTNOTE,
        /** {@code _{low}} or {@code ^{high}}. */
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
