package io.github.logseqls.graph;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalField;
import java.util.Arrays;
import java.util.Map;

/** A piece of a date format: one that the date gives its text, or a fixed one. */
sealed interface DatePart {

    /** What {@link #read} returns where the text does not fit. */
    int NO_MATCH = -1;

    String render(LocalDate date);

    /** Reads the part of {@code text} at {@code at} into {@code fields}, and returns where it ends, or {@link #NO_MATCH}. */
    int read(String text, int at, Map<TemporalField, Integer> fields);

    /** Text that stands as it is; Logseq uses it as a regular expression, so that a dot fits any character. */
    record Literal(String text) implements DatePart {

        /** With these the expression means something else or nothing at all; what fits then is not worth knowing. */
        private static final String OPERATORS = "()[|^$\\*+?";

        @Override
        public String render(LocalDate date) {
            return text;
        }

        @Override
        public int read(String source, int at, Map<TemporalField, Integer> fields) {
            int end = at + text.length();
            if (text.isEmpty() || end > source.length()) {
                return NO_MATCH;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean fits = c == '.' || c == source.charAt(at + i);
                if (!fits || OPERATORS.indexOf(c) >= 0) {
                    return NO_MATCH;
                }
            }
            return end;
        }
    }

    /**
     * A number.
     *
     * @param least how many digits are written at least; fewer are read, too
     * @param most how many digits are written and read at most; of a longer number the last ones are written
     */
    record Digits(TemporalField field, int least, int most) implements DatePart {

        @Override
        public String render(LocalDate date) {
            String digits = Strings.padStart(String.valueOf(date.atStartOfDay().get(field)), least, '0');
            return digits.substring(Math.max(0, digits.length() - most));
        }

        @Override
        public int read(String text, int at, Map<TemporalField, Integer> fields) {
            int end = at;
            int value = 0;
            while (end < text.length() && end < at + most && isDigit(text.charAt(end))) {
                value = value * 10 + text.charAt(end) - '0';
                end++;
            }
            if (end == at) {
                return NO_MATCH;
            }
            fields.put(field, value);
            return end;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }

    /** The English name of a month or a day of the week, long or of three letters; when read it may be either. */
    record Name(TemporalField field, ImmutableList<String> names, boolean isShort) implements DatePart {

        private static final int SHORT = 3;

        static Name month(boolean isShort) {
            return new Name(ChronoField.MONTH_OF_YEAR, names(Month.values()), isShort);
        }

        static Name weekday(boolean isShort) {
            return new Name(ChronoField.DAY_OF_WEEK, names(DayOfWeek.values()), isShort);
        }

        @Override
        public String render(LocalDate date) {
            String name = names.get(date.get(field) - 1);
            return isShort ? name.substring(0, SHORT) : name;
        }

        @Override
        public int read(String text, int at, Map<TemporalField, Integer> fields) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (text.startsWith(name.substring(0, SHORT), at)) {
                    fields.put(field, i + 1);
                    return at + (text.startsWith(name, at) ? name.length() : SHORT);
                }
            }
            return NO_MATCH;
        }

        private static ImmutableList<String> names(Enum<?>[] constants) {
            return Arrays.stream(constants)
                    .map(constant -> constant.name().charAt(0)
                            + Ascii.toLowerCase(constant.name().substring(1)))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    /** The {@code th} behind the day of the month. */
    record Ordinal() implements DatePart {

        private static final int LENGTH = 2;

        @Override
        public String render(LocalDate date) {
            int day = date.getDayOfMonth();
            if (day >= 11 && day <= 13) {
                return "th";
            }
            return switch (day % 10) {
                case 1 -> "st";
                case 2 -> "nd";
                case 3 -> "rd";
                default -> "th";
            };
        }

        /** Any of them fits any day; and where there is none, Logseq reads no further and finds nothing wrong. */
        @Override
        public int read(String text, int at, Map<TemporalField, Integer> fields) {
            boolean there = text.startsWith("st", at)
                    || text.startsWith("nd", at)
                    || text.startsWith("rd", at)
                    || text.startsWith("th", at);
            return there ? at + LENGTH : text.length();
        }
    }

    /** The {@code am} of midnight. */
    record HalfDay(boolean isUpperCase) implements DatePart {

        @Override
        public String render(LocalDate date) {
            return isUpperCase ? "AM" : "am";
        }

        @Override
        public int read(String text, int at, Map<TemporalField, Integer> fields) {
            if (!text.startsWith("a", at) && !text.startsWith("p", at)) {
                return NO_MATCH;
            }
            return text.startsWith("m", at + 1) ? at + 2 : at + 1;
        }
    }
}
