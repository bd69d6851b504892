package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * Text between marks of emphasis.
 *
 * @param mark the mark as written: {@code *}, {@code __}, {@code ==} and so on
 * @param inside what stands between the marks
 */
public record Emphasis(String mark, Span span, Span inside) implements Inline {

    @Override
    public Emphasis moved(UnaryOperator<Span> to) {
        return new Emphasis(mark, to.apply(span), to.apply(inside));
    }
}
