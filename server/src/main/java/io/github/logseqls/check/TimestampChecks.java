package io.github.logseqls.check;

import io.github.logseqls.graph.MissedLine;
import io.github.logseqls.graph.WrittenDate;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Span;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dates of tasks that Logseq does not take as they were meant (format.md 5). */
final class TimestampChecks {

    private static final Pattern WITHOUT_SIGN = Pattern.compile("\\d+[hdwmy]");
    private static final String FORM = "<2026-11-22 Sun>";

    private final Examined page;

    TimestampChecks(Examined page) {
        this.page = page;
    }

    void look(int block, List<MissedLine> missed) {
        List<Timestamp> dates = page.outline().inlines(block).stream()
                .filter(Timestamp.class::isInstance)
                .map(Timestamp.class::cast)
                .toList();
        if (!dates.isEmpty()) {
            checkDates(block, dates);
        }
        for (MissedLine line : missed) {
            if (line.kind() == MissedLine.Kind.DATE) {
                reportUnread(line);
            }
        }
    }

    private void checkDates(int block, List<Timestamp> dates) {
        NavigableMap<Integer, Span> paragraphs = new TreeMap<>();
        for (Span inBlock : page.outline().paragraphs(block)) {
            Span paragraph = page.outline().inPage(block, inBlock);
            paragraphs.put(paragraph.start(), paragraph);
        }
        Optional<Span> counting = counting(paragraphs.values(), dates);
        for (Timestamp date : dates) {
            WrittenDate written = WrittenDate.of(date);
            Span span = page.outline().text().trimmed(date.span());
            if (written.breaksPage()) {
                report(
                        span,
                        "Logseq's parser fails on the last word of this date, and so reads nothing of the whole page. Remove the word.");
            } else if (WrittenDate.plans(date)) {
                boolean isInTitle = page.outline().title(block).contains(span);
                boolean counts =
                        counting.filter(paragraph -> paragraph.contains(span)).isPresent();
                if (isInTitle) {
                    reportPlace(span, date, "stands in the first line of a block");
                } else if (counts) {
                    checkDate(span, written);
                } else if (isInOne(paragraphs, span)) {
                    reportPlace(
                            span, date, counting.isPresent() ? "stands below other dates" : "stands behind other text");
                }
            }
        }
    }

    /** The paragraph from which Logseq takes the dates: the first that begins with one. */
    private static Optional<Span> counting(Collection<Span> paragraphs, List<Timestamp> dates) {
        TreeSet<Integer> leading = dates.stream()
                .filter(Timestamp::leads)
                .map(date -> date.span().start())
                .collect(Collectors.toCollection(TreeSet::new));
        return paragraphs.stream()
                .filter(paragraph -> {
                    Integer next = leading.ceiling(paragraph.start());
                    return next != null && next < paragraph.end();
                })
                .findFirst();
    }

    private static boolean isInOne(NavigableMap<Integer, Span> paragraphs, Span span) {
        Map.Entry<Integer, Span> before = paragraphs.floorEntry(span.start());
        return before != null && before.getValue().contains(span);
    }

    private void checkDate(Span span, WrittenDate date) {
        if (date.day().isEmpty()) {
            report(span, "There is no such day, though Logseq takes the numbers as they are. Correct the date.");
        } else if (date.hasImpossibleTime()) {
            report(
                    span,
                    "There is no such time of day, though Logseq takes the numbers as they are. Correct the time.");
        } else {
            checkRepeater(span, date);
        }
    }

    private void checkRepeater(Span span, WrittenDate date) {
        for (int at = 0; at < date.further().size(); at++) {
            String word = date.further().get(at);
            boolean isLast = at == date.further().size() - 1;
            boolean isMeant = word.startsWith("+")
                    || word.startsWith(".")
                    || WITHOUT_SIGN.matcher(word).matches();
            if (!isMeant) {
                continue;
            }
            if (!WrittenDate.isRepeater(word)) {
                reportRepeater(
                        span,
                        "\"%s\" is no repeater to Logseq, so that the task does not come again. Write +1d, ++1w or .+1m, with h, d, w, m or y."
                                .formatted(word));
            } else if (!isLast) {
                reportRepeater(
                        span,
                        "Logseq looks for a repeater behind the time only: it reads neither %s nor %s here. Put the time first."
                                .formatted(word, date.further().get(at + 1)));
            } else if (word.matches("\\.[^+].*")) {
                reportRepeater(
                        span,
                        "Logseq reads \"%s\" as +%s: from the date on. If the task should come again from the day that it is done, write .+%s."
                                .formatted(word, word.substring(1), word.substring(1)));
            }
        }
    }

    private void reportPlace(Span span, Timestamp date, String place) {
        report(
                span,
                "Logseq ignores a date that %s. Put %s: on a line of its own, right below the first line of the block."
                        .formatted(place, date.keyword()));
    }

    private void report(Span span, String message) {
        page.report(Code.INVALID_TIMESTAMP, span, message);
    }

    private void reportRepeater(Span span, String message) {
        page.report(Code.UNKNOWN_REPEATER, span, message);
    }

    private void reportUnread(MissedLine missed) {
        String line = page.outline().text().slice(missed.span());
        report(
                missed.span(),
                "Logseq reads no date here: %s. Write it like %s: %s."
                        .formatted(
                                reason(line),
                                missed.key().toUpperCase(Locale.ROOT),
                                MeantDate.in(line).orElse(FORM)));
    }

    private static String reason(String line) {
        String date = line.substring(line.indexOf(':') + 1);
        Matcher day = MeantDate.DAY.matcher(date);
        if (date.startsWith("<") || date.startsWith("[")) {
            return "a space is missing behind the colon";
        }
        if (!day.find()) {
            return "year, month and day are missing";
        }
        if (!date.contains("<") && !date.contains("[")) {
            return "it stands in no brackets";
        }
        if (!day.group(2).equals("-")) {
            return "dashes are missing between year, month and day";
        }
        return date.substring(day.end()).matches("\\s*(?:[>\\]]|\\d).*")
                ? "the weekday is missing"
                : "it is not written as it should be";
    }
}
