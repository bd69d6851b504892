package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * A date, with or without what it is for: {@code <2026-11-22 Sun 10:30 .+1d>}, {@code SCHEDULED: <...>}.
 *
 * @param keyword {@code SCHEDULED}, {@code DEADLINE}, {@code CLOSED} or {@code CLOCK}, or empty for a mere date
 * @param span all of it, keyword included
 * @param text what stands between the brackets
 */
public record Timestamp(String keyword, Span span, String text) implements Inline {

    @Override
    public Timestamp moved(UnaryOperator<Span> to) {
        return new Timestamp(keyword, to.apply(span), text);
    }
}
