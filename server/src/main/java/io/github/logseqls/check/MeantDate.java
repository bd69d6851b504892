package io.github.logseqls.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date that Logseq does not read, as it was meant. */
public final class MeantDate {

    static final Pattern DAY = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})[-/.](\\d{1,2})");
    private static final String TIME = "\\d{1,2}:\\d\\d";
    private static final String REPEATER = "(?:\\+\\+?|\\.\\+)\\d+[hdwmy]";
    private static final Pattern A_TIME = Pattern.compile(TIME);
    private static final Pattern A_REPEATER = Pattern.compile(REPEATER + "\\b");
    private static final Pattern WHOLE = Pattern.compile("\\s*[<\\[]?\\s*" + DAY.pattern()
            + "(?:,?\\s+\\p{L}+\\.?)?(?:\\s+" + TIME + ")?(?:\\s+" + REPEATER + ")?\\s*[>\\]]?\\s*");

    private MeantDate() {}

    /** The date that a line holds, with its brackets, as far as it is known. */
    static Optional<String> in(String line) {
        Matcher day = DAY.matcher(line);
        if (!day.find()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(3)), Integer.parseInt(day.group(4)));
            String rest = line.substring(day.end());
            return Optional.of("<%s %s%s%s>"
                    .formatted(
                            date,
                            date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                            word(A_TIME, rest),
                            word(A_REPEATER, rest)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The date that all of a text is; empty where it holds anything else. */
    public static Optional<String> of(String text) {
        return WHOLE.matcher(text).matches() ? in(text) : Optional.empty();
    }

    private static String word(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        return match.find() ? " " + match.group() : "";
    }
}
