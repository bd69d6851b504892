package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * A date, with or without what it is for: {@code <2026-11-22 Sun 10:30 .+1d>}, {@code SCHEDULED: <...>}. A range,
 * {@code <from>--<to>}, is two (format.md 5).
 *
 * @param keyword {@code SCHEDULED}, {@code DEADLINE}, {@code CLOSED} or {@code CLOCK} in upper case; empty for a mere date and
 *     for those of a range, whatever stands before them
 * @param leads whether it is the first or the second piece of the text that it was read in: Logseq takes a paragraph that
 *     begins so for dates alone
 * @param span all of it, keyword included, in UTF-16 offsets from the start of the block
 * @param text what stands between the brackets
 */
public record Timestamp(String keyword, boolean leads, Span span, String text) implements Inline {

    @Override
    public Timestamp moved(UnaryOperator<Span> to) {
        return new Timestamp(keyword, leads, to.apply(span), text);
    }
}
