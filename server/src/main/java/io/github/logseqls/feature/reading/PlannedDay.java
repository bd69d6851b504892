package io.github.logseqls.feature.reading;

import com.google.common.base.Ascii;
import io.github.logseqls.outline.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a date in brackets says (format.md 5).
 *
 * @param time the time of day as written; empty where there is none
 * @param again when it comes again, in words; empty where it does not
 */
record PlannedDay(LocalDate day, String time, String again) {

    private static final Pattern DATE = Pattern.compile("(\\d{1,4})-(\\d{1,2})-(\\d{1,2})(?!\\S)");
    private static final Pattern TIME = Pattern.compile("(?<=\\s)\\d{1,2}:\\d{2}(?!\\d)");
    private static final Pattern REPEATER = Pattern.compile("(?<=\\s)(\\+\\+?|\\.\\+)(\\d{1,4})([hdwmy])");

    /** Empty for a day that no calendar has. */
    static Optional<PlannedDay> of(Timestamp written) {
        Matcher date = DATE.matcher(written.text());
        if (!date.lookingAt()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
            Matcher time = TIME.matcher(written.text());
            return Optional.of(new PlannedDay(day, time.find() ? time.group() : "", again(written.text())));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** What a date is for, with a colon: {@code Scheduled: }; empty for a mere date. */
    static String purpose(Timestamp written) {
        String keyword = written.keyword();
        return keyword.isEmpty() ? "" : keyword.charAt(0) + Ascii.toLowerCase(keyword.substring(1)) + ": ";
    }

    /** The whole in words, seen from {@code today}. */
    String words(LocalDate today) {
        return Days.of(day, today) + (time.isEmpty() ? "" : ", at " + time) + (again.isEmpty() ? "" : "; " + again);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String again(String text) {
        Matcher repeater = REPEATER.matcher(text);
        if (!repeater.find()) {
            return "";
        }
        String unit = switch (repeater.group(3)) {
            case "h" -> "hour";
            case "d" -> "day";
            case "w" -> "week";
            case "m" -> "month";
            default -> "year";
        };
        int count = number(repeater, 2);
        String period = count == 1 ? unit : count + " " + unit + "s";
        return switch (repeater.group(1)) {
            case "+" -> "again every " + period + " from this date on";
            case "++" -> "again every " + period + ", passing over days gone by";
            default -> "again " + (count == 1 ? "one " + unit : period) + " after it is done";
        };
    }
}
