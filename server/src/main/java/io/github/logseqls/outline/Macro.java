package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * {@code {{name arguments}}}.
 *
 * @param name the macro's name, in the case it was written
 * @param argumentsSpan what stands between name and braces, trimmed
 */
public record Macro(Span span, String name, Span argumentsSpan) implements Inline {

    @Override
    public Macro moved(UnaryOperator<Span> to) {
        return new Macro(to.apply(span), name, to.apply(argumentsSpan));
    }
}
