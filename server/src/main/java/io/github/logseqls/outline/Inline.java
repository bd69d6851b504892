package io.github.logseqls.outline;

import io.github.logseqls.text.Span;

/** A piece of markup in running text. Spans are UTF-16 offsets from the start of the block, or in the page where it says so. */
public sealed interface Inline permits BlockRef, PageRef, Tag, Link, Macro, Emphasis, Verbatim, Timestamp {

    /** All of it, with brackets and marks. */
    Span span();

    /** The same piece so many characters further on. */
    Inline shift(int distance);
}
