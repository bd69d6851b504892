package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Timestamp;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a task is due. Logseq takes it from the first paragraph of a block's body that has a date for its first or second
 * piece (format.md 5).
 *
 * @param scheduled the day of {@code SCHEDULED:} as a number, 20240105
 * @param deadline the day of {@code DEADLINE:}, likewise
 * @param repeated whether one of them has a repeater
 */
public record Planning(OptionalInt scheduled, OptionalInt deadline, boolean repeated) {

    /** No day at all. */
    public static final Planning NONE = new Planning(OptionalInt.empty(), OptionalInt.empty(), false);

    private static final Pattern DATE = Pattern.compile("(\\d{1,4})-(\\d{1,2})-(\\d{1,2})");

    /** The days of a block in a page. */
    public static Planning of(Outline outline, int block) {
        return of(BlockSource.of(outline, block));
    }

    static Planning of(BlockSource source) {
        boolean dated = source.inlines().stream().anyMatch(Planning::leads);
        return dated
                ? source.paragraphs().stream()
                        .map(source::inlines)
                        .filter(inlines -> inlines.stream().anyMatch(Planning::leads))
                        .findFirst()
                        .map(Planning::of)
                        .orElse(NONE)
                : NONE;
    }

    private static boolean leads(Inline inline) {
        return inline instanceof Timestamp date && date.leads();
    }

    private static Planning of(ImmutableList<Inline> paragraph) {
        OptionalInt scheduled = OptionalInt.empty();
        OptionalInt deadline = OptionalInt.empty();
        boolean scheduledAgain = false;
        boolean deadlineAgain = false;
        for (Inline inline : paragraph) {
            if (!(inline instanceof Timestamp date)) {
                continue;
            }
            if (date.keyword().equals("SCHEDULED")) {
                scheduled = day(date);
                scheduledAgain = WrittenDate.of(date).isRepeated();
            } else if (date.keyword().equals("DEADLINE")) {
                deadline = day(date);
                deadlineAgain = WrittenDate.of(date).isRepeated();
            }
        }
        return new Planning(scheduled, deadline, scheduledAgain || deadlineAgain);
    }

    /** The number that year, month and day make as they are written: Logseq takes a month 13 for what it says. */
    private static OptionalInt day(Timestamp date) {
        Matcher day = DATE.matcher(date.text());
        return day.lookingAt()
                ? OptionalInt.of(
                        Integer.parseInt(Integer.valueOf(day.group(1)) + padded(day.group(2)) + padded(day.group(3))))
                : OptionalInt.empty();
    }

    private static String padded(String number) {
        return number.length() < 2 ? "0" + number : number;
    }
}
