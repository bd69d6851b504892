package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;

/**
 * A construct as it was met while scanning, with spans inside the page.
 *
 * @param properties what a property group holds; empty for all other kinds
 */
record ConstructAt(Construct construct, ImmutableList<Property> properties) {

    ConstructAt(Construct.Kind kind, Span span, int next) {
        this(new Construct(kind, span, "", next), ImmutableList.of());
    }

    /** A construct between two places, with all line ends that follow. */
    static ConstructAt between(Construct.Kind kind, String text, int start, int end) {
        return between(kind, text, start, end, "");
    }

    static ConstructAt between(Construct.Kind kind, String text, int start, int end, String name) {
        Construct construct = new Construct(kind, new Span(start, end), name, Chars.skipLineEnds(text, end));
        return new ConstructAt(construct, ImmutableList.of());
    }

    /** Lines that were taken whole, up to {@code next}; the construct itself ends with their last word. */
    static ConstructAt lines(Construct.Kind kind, String text, int start, int next) {
        return new ConstructAt(kind, new Span(start, Chars.trimEnd(text, start, next)), next);
    }

    /** As {@link #lines}, with all line ends that follow. */
    static ConstructAt linesAndEnds(Construct.Kind kind, String text, int start, int next) {
        return lines(kind, text, start, Chars.skipLineEnds(text, next));
    }

    /** The same construct with the next element at {@code next}. */
    ConstructAt upTo(int next) {
        return new ConstructAt(new Construct(construct.kind(), construct.span(), construct.name(), next), properties);
    }

    /** Where the next element begins. */
    int next() {
        return construct.next();
    }
}
