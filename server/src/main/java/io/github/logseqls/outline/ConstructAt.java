package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;

/**
 * A construct as it was met while scanning, with spans inside the page.
 *
 * @param properties what a property group holds; empty for all other kinds
 * @param next where the next element begins: behind the construct and the line ends that are taken with it
 */
record ConstructAt(Construct construct, ImmutableList<Property> properties, int next) {

    ConstructAt(Construct.Kind kind, int start, int end, int next) {
        this(new Construct(kind, new Span(start, end)), ImmutableList.of(), next);
    }

    ConstructAt(Construct.Kind kind, int start, int end, String name) {
        this(new Construct(kind, new Span(start, end), name), ImmutableList.of(), end);
    }

    ConstructAt(Construct.Kind kind, int start, int end) {
        this(kind, start, end, end);
    }

    /** Lines that were taken whole, up to {@code next}; the construct itself ends with their last word. */
    static ConstructAt lines(Construct.Kind kind, String text, int start, int next) {
        return new ConstructAt(kind, start, Chars.trimEnd(text, start, next), next);
    }
}
