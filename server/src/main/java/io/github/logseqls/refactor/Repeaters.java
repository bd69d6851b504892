package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.WrittenDate;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dates of a task that comes again (format.md 5). */
final class Repeaters {

    private static final Pattern REPEATER = Pattern.compile("(\\+\\+?|\\.\\+)(\\d{1,4})([hdwmy])$");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})");

    private Repeaters() {}

    /** Those with a repeater. */
    static ImmutableList<Timestamp> of(BlockAt block) {
        return PlannedDays.dates(block)
                .filter(date ->
                        repeater(date).isPresent() && WrittenDate.of(date).day().isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    /** The edits that bring them to when the task comes next. */
    static ImmutableList<Edit> shifted(BlockAt block, LocalDateTime now) {
        return of(block).stream()
                .flatMap(date -> shifted(block, date, now).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Matcher> repeater(Timestamp date) {
        WrittenDate written = WrittenDate.of(date);
        return written.further().stream()
                .reduce((first, last) -> last)
                .map(REPEATER::matcher)
                .filter(Matcher::matches)
                .filter(repeater -> Integer.parseInt(repeater.group(2)) > 0);
    }

    private static Optional<Edit> shifted(BlockAt block, Timestamp date, LocalDateTime now) {
        WrittenDate written = WrittenDate.of(date);
        Matcher repeater = repeater(date).orElseThrow();
        LocalTime time = time(written).orElse(LocalTime.MIDNIGHT);
        LocalDateTime start = written.day().orElseThrow().atTime(time);
        boolean hasTime = time(written).isPresent();
        LocalDateTime next = next(start, hasTime, repeater, now);
        String weekdayAndMore = date.text().substring(written.date().length());
        String[] words = weekdayAndMore.strip().split("\\s+", 2);
        boolean hasWeekday = !words[0].isEmpty() && Character.isLetter(words[0].codePointAt(0));
        String rest = hasWeekday ? (words.length > 1 ? words[1] : "") : weekdayAndMore.strip();
        String shiftedRest = hasTime ? TIME.matcher(rest).replaceFirst(WrittenDay.time(next)) : rest;
        String text = (WrittenDay.of(next.toLocalDate()) + " " + shiftedRest).strip();
        String whole = block.outline().text().slice(date.span());
        int at = whole.lastIndexOf(date.text());
        int from = date.span().start() + at;
        return at < 0
                ? Optional.empty()
                : Optional.of(new Edit(new Span(from, from + date.text().length()), text));
    }

    private static Optional<LocalTime> time(WrittenDate written) {
        return written.further().stream()
                .findFirst()
                .map(TIME::matcher)
                .filter(Matcher::matches)
                .flatMap(time -> {
                    try {
                        return Optional.of(
                                LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))));
                    } catch (DateTimeException noSuchTime) {
                        return Optional.empty();
                    }
                });
    }

    private static LocalDateTime next(LocalDateTime start, boolean hasTime, Matcher repeater, LocalDateTime now) {
        int count = Integer.parseInt(repeater.group(2));
        ChronoUnit unit = switch (repeater.group(3)) {
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            case "m" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
        return switch (repeater.group(1)) {
            case "+" -> start.plus(count, unit);
            case "++" ->
                future(start, count, unit, hasTime ? now : now.toLocalDate().atStartOfDay());
            default ->
                (unit == ChronoUnit.HOURS ? now : now.toLocalDate().atTime(start.toLocalTime())).plus(count, unit);
        };
    }

    /** From the first date on, so that the end of a month is not lost on the way. */
    private static LocalDateTime future(LocalDateTime start, int count, ChronoUnit unit, LocalDateTime now) {
        long past = Math.max(0, unit.between(start, now)) / count;
        LocalDateTime next = start.plus((past + 1) * count, unit);
        return next.isAfter(now) ? next : start.plus((past + 2) * count, unit);
    }
}
