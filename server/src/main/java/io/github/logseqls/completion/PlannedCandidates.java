package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.NaturalDates;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days for which a task is planned, and how often it comes again. */
final class PlannedCandidates {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", Locale.ENGLISH);
    private static final Pattern BEGUN =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}(?: [A-Za-z]+)?(?: \\d{1,2}:\\d{2})?)(?: +([.+]*\\d*[a-z]?))?");
    private static final Pattern REPEATER = Pattern.compile("[.+][.+\\w]*");
    private static final ImmutableMap<String, String> REPEATERS = ImmutableMap.<String, String>builder()
            .put(".+1d", "a day after it is done")
            .put(".+1w", "a week after it is done")
            .put(".+1m", "a month after it is done")
            .put("++1d", "each day, the next one to come")
            .put("++1w", "each week, the next one to come")
            .put("++1m", "each month, the next one to come")
            .put("+1d", "a day later")
            .put("+1w", "a week later")
            .put("+1m", "a month later")
            .put("+1y", "a year later")
            .buildOrThrow();

    private PlannedCandidates() {}

    static ImmutableList<Candidate> of(Writing writing, Typed.Planned typed) {
        String gap = writing.before(typed.token().typed().start()).endsWith(":") ? " " : "";
        Matcher begun = BEGUN.matcher(typed.query());
        if (begun.matches()) {
            return repeated(begun.group(1), begun.group(2) == null ? "" : begun.group(2), "", gap);
        }
        // Before any day it is that of today.
        String start = typed.query().strip();
        boolean isRepeater = REPEATER.matcher(start).matches();
        ImmutableList<Candidate> ofToday = isRepeater || start.isEmpty()
                ? repeated(WRITTEN.format(writing.today()), start, "today, then ", gap)
                : ImmutableList.of();
        return Stream.concat(
                        days(typed.query(), writing.today()).entrySet().stream()
                                .map(day -> Candidate.of(
                                        Kind.JOURNAL,
                                        WRITTEN.format(day.getValue()),
                                        day.getKey(),
                                        gap + written(day.getValue()))),
                        ofToday.stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** A day with each of the repeaters that begin with what was typed. */
    private static ImmutableList<Candidate> repeated(String day, String start, String before, String gap) {
        return REPEATERS.entrySet().stream()
                .filter(repeater -> repeater.getKey().startsWith(start))
                .map(repeater -> {
                    String date = day + " " + repeater.getKey();
                    return Candidate.of(Kind.WORD, date, before + repeater.getValue(), gap + "<" + date + ">");
                })
                .collect(ImmutableList.toImmutableList());
    }

    /** A day as the app writes it into a task. */
    static String written(LocalDate day) {
        return "<" + WRITTEN.format(day) + ">";
    }

    private static ImmutableMap<String, LocalDate> days(String typed, LocalDate today) {
        if (!typed.isBlank()) {
            return NaturalDates.beginningWith(typed, today);
        }
        ImmutableMap.Builder<String, LocalDate> days = ImmutableMap.builder();
        for (String phrase :
                ImmutableList.of("today", "tomorrow", "in 2 days", "in 1 week", "next mon", "in 1 month")) {
            NaturalDates.day(phrase, today).ifPresent(day -> days.put(phrase, day));
        }
        return days.buildOrThrow();
    }
}
