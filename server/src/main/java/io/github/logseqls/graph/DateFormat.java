package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A pattern such as {@code MMM do, yyyy} by which Logseq writes and reads dates (format.md 4.5): letters are parts of the
 * date, {@code 'quoted'} text and all other characters stand as they are.
 *
 * <p>Reading is as lenient as the app: a wrong day of the week or a wrong {@code th} does not matter, a number may have
 * fewer digits, and what the pattern does not say is the first of its kind. Times of day are read over.
 */
public final class DateFormat {

    private static final ImmutableMap<String, DatePart> PARTS = ImmutableMap.<String, DatePart>builder()
            .put("d", new DatePart.Digits(ChronoField.DAY_OF_MONTH, 1, 2))
            .put("dd", new DatePart.Digits(ChronoField.DAY_OF_MONTH, 2, 2))
            // Called the day of the year, yet the app writes and reads the day of the month.
            .put("D", new DatePart.Digits(ChronoField.DAY_OF_MONTH, 1, 3))
            .put("DD", new DatePart.Digits(ChronoField.DAY_OF_MONTH, 2, 3))
            .put("DDD", new DatePart.Digits(ChronoField.DAY_OF_MONTH, 3, 3))
            .put("o", new DatePart.Ordinal())
            .put("M", new DatePart.Digits(ChronoField.MONTH_OF_YEAR, 1, 2))
            .put("MM", new DatePart.Digits(ChronoField.MONTH_OF_YEAR, 2, 2))
            .put("MMM", DatePart.Name.month(true))
            .put("MMMM", DatePart.Name.month(false))
            .put("y", new DatePart.Digits(ChronoField.YEAR, 1, 4))
            .put("yy", new DatePart.Digits(ChronoField.YEAR, 2, 2))
            .put("yyyy", new DatePart.Digits(ChronoField.YEAR, 4, 4))
            .put("Y", new DatePart.Digits(ChronoField.YEAR, 1, 4))
            .put("YY", new DatePart.Digits(ChronoField.YEAR, 2, 2))
            .put("YYYY", new DatePart.Digits(ChronoField.YEAR, 4, 4))
            .put("x", new DatePart.Digits(IsoFields.WEEK_BASED_YEAR, 1, 4))
            .put("xx", new DatePart.Digits(IsoFields.WEEK_BASED_YEAR, 2, 2))
            .put("xxxx", new DatePart.Digits(IsoFields.WEEK_BASED_YEAR, 4, 4))
            .put("w", new DatePart.Digits(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1, 2))
            .put("ww", new DatePart.Digits(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2, 2))
            .put("e", new DatePart.Digits(ChronoField.DAY_OF_WEEK, 1, 2))
            .put("E", DatePart.Name.weekday(true))
            .put("EEE", DatePart.Name.weekday(true))
            .put("EEEE", DatePart.Name.weekday(false))
            .put("H", new DatePart.Digits(ChronoField.HOUR_OF_DAY, 1, 2))
            .put("HH", new DatePart.Digits(ChronoField.HOUR_OF_DAY, 2, 2))
            .put("h", new DatePart.Digits(ChronoField.CLOCK_HOUR_OF_AMPM, 1, 2))
            .put("hh", new DatePart.Digits(ChronoField.CLOCK_HOUR_OF_AMPM, 2, 2))
            .put("m", new DatePart.Digits(ChronoField.MINUTE_OF_HOUR, 1, 2))
            .put("mm", new DatePart.Digits(ChronoField.MINUTE_OF_HOUR, 2, 2))
            .put("s", new DatePart.Digits(ChronoField.SECOND_OF_MINUTE, 1, 2))
            .put("ss", new DatePart.Digits(ChronoField.SECOND_OF_MINUTE, 2, 2))
            .put("S", new DatePart.Digits(ChronoField.MILLI_OF_SECOND, 1, 2))
            .put("SSS", new DatePart.Digits(ChronoField.MILLI_OF_SECOND, 3, 3))
            .put("a", new DatePart.HalfDay(false))
            .put("A", new DatePart.HalfDay(true))
            .buildOrThrow();

    /** Years below are of this century. The app lets this move with the calendar; here a name means one day for good. */
    private static final int PIVOT = 46;

    /** A date is said by its week or by its day, not by parts of both. */
    private static final ImmutableSet<TemporalField> WEEKS =
            ImmutableSet.of(IsoFields.WEEK_BASED_YEAR, IsoFields.WEEK_OF_WEEK_BASED_YEAR);

    private static final ImmutableSet<TemporalField> DAYS =
            ImmutableSet.of(ChronoField.YEAR, ChronoField.MONTH_OF_YEAR, ChronoField.DAY_OF_MONTH);

    private final String pattern;
    private final ImmutableList<DatePart> parts;

    private DateFormat(String pattern, ImmutableList<DatePart> parts) {
        this.pattern = pattern;
        this.parts = parts;
    }

    /** The format of a pattern; empty where it is blank, or has letters that mean nothing to the app. */
    public static Optional<DateFormat> of(String pattern) {
        if (pattern.isBlank()) {
            return Optional.empty();
        }
        ImmutableList.Builder<DatePart> parts = ImmutableList.builder();
        for (int at = 0; at < pattern.length(); ) {
            int end = pieceEnd(pattern, at);
            String piece = pattern.substring(at, end);
            if (isLetter(piece.charAt(0))) {
                DatePart part = PARTS.get(piece);
                if (part == null) {
                    return Optional.empty();
                }
                parts.add(part);
            } else {
                parts.add(new DatePart.Literal(unquoted(piece)));
            }
            at = end;
        }
        return Optional.of(new DateFormat(pattern, parts.build()));
    }

    /** The date as the pattern says, with English names. */
    public String render(LocalDate date) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.render(date)));
        return text.toString();
    }

    /** Whether each text that is such a date has a digit in it. */
    boolean hasNumber() {
        return parts.stream().anyMatch(DatePart.Digits.class::isInstance);
    }

    /** The date that {@code text} says, all of it; names begin in upper case. */
    Optional<LocalDate> parse(String text) {
        Map<TemporalField, Integer> fields = new HashMap<>();
        int at = 0;
        for (DatePart part : parts) {
            at = at < text.length() ? part.read(text, at, fields) : DatePart.NO_MATCH;
            if (at == DatePart.NO_MATCH) {
                return Optional.empty();
            }
        }
        return at == text.length() ? date(fields) : Optional.empty();
    }

    @Override
    public String toString() {
        return pattern;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateFormat format && pattern.equals(format.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    private static int pieceEnd(String pattern, int at) {
        char first = pattern.charAt(at);
        int end = at + 1;
        if (first == '\'') {
            int close = pattern.indexOf('\'', end);
            return close < 0 ? pattern.length() : close + 1;
        }
        while (end < pattern.length()
                && (isLetter(first)
                        ? pattern.charAt(end) == first
                        : !isLetter(pattern.charAt(end)) && pattern.charAt(end) != '\'')) {
            end++;
        }
        return end;
    }

    private static String unquoted(String piece) {
        if (piece.charAt(0) != '\'') {
            return piece;
        }
        return piece.equals("''") ? "'" : piece.replace("'", "");
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static Optional<LocalDate> date(Map<TemporalField, Integer> fields) {
        int weekday = fields.getOrDefault(ChronoField.DAY_OF_WEEK, 1);
        int weekYear = fields.getOrDefault(IsoFields.WEEK_BASED_YEAR, 0);
        int week = fields.getOrDefault(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1);
        int month = fields.getOrDefault(ChronoField.MONTH_OF_YEAR, 1);
        int day = fields.getOrDefault(ChronoField.DAY_OF_MONTH, 1);
        if (weekday < 1 || weekday > 7 || week < 1 || week > 53 || month < 1 || month > 12) {
            return Optional.empty();
        }
        boolean hasWeek = fields.keySet().stream().anyMatch(WEEKS::contains);
        if (hasWeek && fields.keySet().stream().anyMatch(DAYS::contains)) {
            return Optional.empty();
        }
        if (fields.keySet().containsAll(WEEKS)) {
            // The fourth of January lies in the first week of its year.
            return Optional.of(
                    LocalDate.of(century(weekYear), 1, 4).plusWeeks(week - 1).with(ChronoField.DAY_OF_WEEK, weekday));
        }
        int year = century(fields.getOrDefault(ChronoField.YEAR, 0));
        // Where no year is said, February has 28 days, even though the year will be 2000.
        int daysFrom = fields.containsKey(ChronoField.YEAR) ? year : year + 1;
        boolean there = day >= 1 && day <= YearMonth.of(daysFrom, month).lengthOfMonth();
        return there ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static int century(int year) {
        if (year < PIVOT) {
            return year + 2000;
        }
        return year < 100 ? year + 1900 : year;
    }
}
