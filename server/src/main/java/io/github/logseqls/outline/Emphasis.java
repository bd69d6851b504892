package io.github.logseqls.outline;

import io.github.logseqls.text.Span;

/**
 * Text between marks of emphasis.
 *
 * @param mark the mark as written: {@code *}, {@code __}, {@code ==} and so on
 * @param inside what stands between the marks
 */
public record Emphasis(String mark, Span span, Span inside) implements Inline {

    @Override
    public Emphasis shift(int distance) {
        return new Emphasis(mark, span.shift(distance), inside.shift(distance));
    }
}
