package io.github.logseqls.outline;

import io.github.logseqls.text.Span;

/**
 * {@code {{name arguments}}}.
 *
 * @param name the macro's name, in the case it was written
 * @param argumentsSpan what stands between name and braces, trimmed
 */
public record Macro(Span span, String name, Span argumentsSpan) implements Inline {

    @Override
    public Macro shift(int distance) {
        return new Macro(span.shift(distance), name, argumentsSpan.shift(distance));
    }
}
