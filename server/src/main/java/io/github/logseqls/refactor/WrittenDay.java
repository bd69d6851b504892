package io.github.logseqls.refactor;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as the app writes them between brackets (format.md 5). */
final class WrittenDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd EEE", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private WrittenDay() {}

    /** {@code 2024-01-05 Fri}. */
    static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 10:30}. */
    static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    /** {@code 2024-01-05 Fri 10:30}. */
    static String minutes(LocalDateTime time) {
        return of(time.toLocalDate()) + " " + time(time);
    }

    /** {@code 2024-01-05 Fri 10:30:00}. */
    static String seconds(LocalDateTime time) {
        return of(time.toLocalDate()) + " " + SECONDS.format(time);
    }
}
