package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * {@code {{name arguments}}}.
 *
 * @param name the macro's name, in the case it was written
 * @param argumentsSpan what stands between name and braces, trimmed
 * @param arguments each of the arguments, without white space before and with what stands behind
 */
public record Macro(Span span, String name, Span argumentsSpan, ImmutableList<Span> arguments) implements Inline {

    @Override
    public Macro moved(UnaryOperator<Span> to) {
        return new Macro(
                to.apply(span),
                name,
                to.apply(argumentsSpan),
                arguments.stream().map(to).collect(ImmutableList.toImmutableList()));
    }
}
