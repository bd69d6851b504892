package io.github.logseqls.feature.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How days are told to people. */
final class Days {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH);
    private static final int MOST_DAYS = 60;
    private static final int MOST_MONTHS = 24;

    private Days() {}

    /** A day with its weekday and its distance from today: {@code Friday, November 27, 2026, tomorrow}. */
    static String of(LocalDate day, LocalDate today) {
        return LONG.format(day) + ", " + distance(today, day);
    }

    private static String distance(LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        if (Math.abs(days) == 1) {
            return days > 0 ? "tomorrow" : "yesterday";
        }
        if (Math.abs(days) < MOST_DAYS) {
            return distance(days, "days");
        }
        long months = ChronoUnit.MONTHS.between(today, day);
        return Math.abs(months) < MOST_MONTHS ? distance(months, "months") : distance(months / 12, "years");
    }

    private static String distance(long count, String unit) {
        return count > 0 ? "in " + count + " " + unit : -count + " " + unit + " ago";
    }
}
