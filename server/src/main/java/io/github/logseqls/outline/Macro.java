package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * {@code {{name arguments}}}, on one line (format.md 6).
 *
 * @param span all of it, in UTF-16 offsets from the start of the block
 * @param name the macro's name, in the case it was written
 * @param argumentsSpan what stands between name and closing braces, without white space at its ends, likewise
 * @param arguments what stands between commas, likewise: each without the white space before it, but with that behind it
 *     unless it is a reference or in quotes, inside which commas separate nothing
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
