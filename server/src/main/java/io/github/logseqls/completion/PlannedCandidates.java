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

/** Days for which a task is planned, and how often it comes again. */
final class PlannedCandidates {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", Locale.ENGLISH);
    private static final Pattern BEGUN =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}(?: [A-Za-z]+)?(?: \\d{1,2}:\\d{2})?)(?: +([.+]*\\d*[a-z]?))?");
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
            String start = begun.group(2) == null ? "" : begun.group(2);
            return REPEATERS.entrySet().stream()
                    .filter(repeater -> repeater.getKey().startsWith(start))
                    .map(repeater -> Candidate.of(
                            Kind.WORD,
                            begun.group(1) + " " + repeater.getKey(),
                            repeater.getValue(),
                            gap + "<" + begun.group(1) + " " + repeater.getKey() + ">"))
                    .collect(ImmutableList.toImmutableList());
        }
        return days(typed.query(), writing.today()).entrySet().stream()
                .map(day -> Candidate.of(
                        Kind.JOURNAL, WRITTEN.format(day.getValue()), day.getKey(), gap + written(day.getValue())))
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
