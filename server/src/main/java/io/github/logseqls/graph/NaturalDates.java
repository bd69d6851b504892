package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people call them: {@code tomorrow}, {@code next fri}, {@code in 2 weeks}, {@code 3 days ago}, {@code nov 5}, {@code 2026-11-05}. */
public final class NaturalDates {

    private static final Pattern AHEAD = Pattern.compile("in +(an?|\\d{1,4})( +[a-z]*)?");
    private static final Pattern AGO = Pattern.compile("(\\d{1,4})( +[a-z]*)?( +a(?:go?)?)?");
    private static final Pattern OF_MONTH =
            Pattern.compile("([a-z]{3,9})\\.? +(\\d{1,2})(?:st|nd|rd|th)?(?:,? +(\\d{4}))?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? +([a-z]{3,9})(?: +(\\d{4}))?");
    private static final Pattern NUMBERS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final ImmutableMap<String, ChronoUnit> UNITS = ImmutableMap.of(
            "day", ChronoUnit.DAYS, "week", ChronoUnit.WEEKS, "month", ChronoUnit.MONTHS, "year", ChronoUnit.YEARS);

    private final LocalDate today;
    private final Map<String, LocalDate> days = new LinkedHashMap<>();

    private NaturalDates(LocalDate today) {
        this.today = today;
    }

    /** The day that a phrase names as a whole. */
    public static Optional<LocalDate> day(String phrase, LocalDate today) {
        String wanted = normal(phrase);
        return Optional.ofNullable(beginningWith(wanted, today).get(wanted));
    }

    /** The phrases that begin with what has been typed, and their days; none where nothing has. */
    public static ImmutableMap<String, LocalDate> beginningWith(String typed, LocalDate today) {
        String start = normal(typed);
        if (start.isEmpty()) {
            return ImmutableMap.of();
        }
        NaturalDates all = new NaturalDates(today);
        all.addNamed();
        all.addWeekdays();
        all.addUnits();
        all.addDistances(start);
        all.addDayOfMonth(start);
        all.addNumbers(start);
        return all.days.entrySet().stream()
                .filter(day -> day.getKey().startsWith(start))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private void addNamed() {
        days.put("today", today);
        days.put("tomorrow", today.plusDays(1));
        days.put("yesterday", today.minusDays(1));
    }

    private void addUnits() {
        for (Map.Entry<String, ChronoUnit> unit : UNITS.entrySet()) {
            if (unit.getValue() != ChronoUnit.DAYS) {
                days.put("next " + unit.getKey(), today.plus(1, unit.getValue()));
                days.put("last " + unit.getKey(), today.minus(1, unit.getValue()));
            }
        }
    }

    /** Weeks begin on Sunday here, as in the app: the next Friday is that of the next week. */
    private void addWeekdays() {
        LocalDate sunday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            int fromSunday = weekday.getValue() % 7;
            for (TextStyle style : ImmutableList.of(TextStyle.SHORT, TextStyle.FULL)) {
                String name = weekday.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT);
                days.put(name, today.with(TemporalAdjusters.next(weekday)));
                days.put("this " + name, sunday.plusDays(fromSunday));
                days.put("next " + name, sunday.plusDays(7L + fromSunday));
                days.put("last " + name, sunday.plusDays(fromSunday - 7L));
            }
        }
    }

    private void addDistances(String start) {
        Matcher ahead = AHEAD.matcher(start);
        if (ahead.matches()) {
            String number = ahead.group(1);
            int count = number.startsWith("a") ? 1 : Integer.parseInt(number);
            UNITS.forEach((name, unit) -> {
                String word = count == 1 ? name : name + "s";
                days.put("in " + number + " " + word, today.plus(count, unit));
            });
        }
        Matcher ago = AGO.matcher(start);
        if (ago.matches()) {
            int count = Integer.parseInt(ago.group(1));
            UNITS.forEach((name, unit) -> {
                String word = count == 1 ? name : name + "s";
                days.put(ago.group(1) + " " + word + " ago", today.minus(count, unit));
                days.put(ago.group(1) + " " + word + " from now", today.plus(count, unit));
            });
        }
    }

    private void addNumbers(String start) {
        if (!NUMBERS.matcher(start).matches()) {
            return;
        }
        try {
            days.put(start, LocalDate.parse(start));
        } catch (DateTimeParseException noSuchDay) {
            return;
        }
    }

    private void addDayOfMonth(String start) {
        Matcher named = OF_MONTH.matcher(start);
        if (named.matches()) {
            addDayOfMonth(start, named.group(1), named.group(2), Optional.ofNullable(named.group(3)));
        }
        Matcher dayFirst = DAY_FIRST.matcher(start);
        if (dayFirst.matches()) {
            addDayOfMonth(start, dayFirst.group(2), dayFirst.group(1), Optional.ofNullable(dayFirst.group(3)));
        }
    }

    private void addDayOfMonth(String phrase, String month, String day, Optional<String> year) {
        for (Month one : Month.values()) {
            if (one.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    .toLowerCase(Locale.ROOT)
                    .startsWith(month)) {
                try {
                    int inYear = year.map(Integer::parseInt).orElse(today.getYear());
                    days.put(phrase, LocalDate.of(inYear, one, Integer.parseInt(day)));
                } catch (DateTimeException noSuchDay) {
                    return;
                }
            }
        }
    }
}
