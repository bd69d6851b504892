package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/** A piece of markup in running text. Spans are UTF-16 offsets from the start of the block, or in the page where it says so. */
public sealed interface Inline permits BlockRef, PageRef, Tag, Link, Macro, Emphasis, Verbatim, Timestamp {

    /** All of it, with brackets and marks. */
    Span span();

    /** The same piece with other spans. */
    Inline moved(UnaryOperator<Span> to);

    /** The same piece so many characters further on. */
    default Inline shift(int distance) {
        return moved(span -> span.shift(distance));
    }
}
