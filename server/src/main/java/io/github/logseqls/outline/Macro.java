package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;

/**
 * {@code {{name arguments}}}.
 *
 * @param name the macro's name, in the case it was written
 * @param argumentsSpan what stands between name and braces, trimmed
 * @param arguments each of the arguments, without white space before and with what stands behind
 */
public record Macro(Span span, String name, Span argumentsSpan, ImmutableList<Span> arguments) implements Inline {

    @Override
    public Macro shift(int distance) {
        return new Macro(
                span.shift(distance),
                name,
                argumentsSpan.shift(distance),
                arguments.stream().map(argument -> argument.shift(distance)).collect(ImmutableList.toImmutableList()));
    }
}
