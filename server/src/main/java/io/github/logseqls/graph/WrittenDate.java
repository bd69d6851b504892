package io.github.logseqls.graph;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the brackets of a date: the date, a weekday, and up to two further words (format.md 5). Of those Logseq
 * reads the first as the time and the last as a repeater, one alone as either.
 *
 * @param date year, month and day, as they are written
 * @param further what stands behind the weekday
 */
public record WrittenDate(String date, ImmutableList<String> further) {

    private static final Splitter WORDS = Splitter.on(Pattern.compile("[ \t\f\u001a]"));
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,3}):(\\d{1,3})");
    /** Logseq takes {@code .1d} for {@code +1d}. */
    private static final Pattern REPEATER = Pattern.compile("(?:\\+\\+?|\\.\\+?)[+-]?\\d+[hdwmy]");

    public static WrittenDate of(Timestamp date) {
        List<String> words = WORDS.splitToList(date.text());
        return new WrittenDate(
                words.get(0), ImmutableList.copyOf(words.subList(Math.min(2, words.size()), words.size())));
    }

    /** Whether a date says when a task is due. */
    public static boolean plans(Timestamp date) {
        return date.keyword().equals("SCHEDULED") || date.keyword().equals("DEADLINE");
    }

    /** Whether Logseq reads a repeater. */
    public boolean isRepeated() {
        return !further.isEmpty() && isRepeater(further.get(further.size() - 1));
    }

    /** Whether a word is a repeater where it stands in its place. */
    public static boolean isRepeater(String word) {
        return REPEATER.matcher(word).lookingAt();
    }

    /** Whether it is a date of the calendar with nothing behind its weekday but a time and a repeater. */
    boolean isOrdinary() {
        boolean known = switch (further.size()) {
            case 0 -> true;
            case 1 -> isTime(further.get(0)) || isRepeater(further.get(0));
            default -> isTime(further.get(0)) && isRepeater(further.get(1));
        };
        return known && day().isPresent() && !hasImpossibleTime();
    }

    private static boolean isTime(String word) {
        return TIME.matcher(word).lookingAt();
    }

    /** The day; empty where the calendar has no such day. */
    public Optional<LocalDate> day() {
        Matcher day = DATE.matcher(date);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Whether there is a time that no clock shows. */
    public boolean hasImpossibleTime() {
        Matcher time = TIME.matcher(further.isEmpty() ? "" : further.get(0));
        return time.lookingAt() && (Integer.parseInt(time.group(1)) > 24 || Integer.parseInt(time.group(2)) > 59);
    }

    /**
     * Whether Logseq's parser fails on it, and with it on the whole page: it takes the first character off a word where it looks
     * for a repeater, and then wants another one.
     */
    public boolean breaksPage() {
        return switch (further.size()) {
            case 1 -> further.get(0).equals("+") || further.get(0).equals(".");
            case 2 -> further.get(1).length() == 1 && further.get(1).charAt(0) < 0x80;
            default -> false;
        };
    }
}
