package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By which formats a graph takes names for dates, and in which one it writes the titles of its journals (format.md 4.5). */
public final class JournalFormats {

    /** The format of titles where the graph's configuration names none that can be used. */
    static final String DEFAULT = "MMM do, yyyy";

    /** What is read whatever the configuration says, in this order. */
    private static final ImmutableList<DateFormat> ALWAYS = formats(DEFAULT, "yyyy-MM-dd", "yyyy_MM_dd");

    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

    private final DateFormat title;
    private final ImmutableSet<DateFormat> read;
    private final boolean haveNumbers;

    private JournalFormats(DateFormat title, ImmutableSet<DateFormat> read) {
        this.title = title;
        this.read = read;
        this.haveNumbers = read.stream().allMatch(DateFormat::hasNumber);
    }

    /** The formats of a graph whose journals have titles like {@code pattern}. */
    public static JournalFormats of(String pattern) {
        DateFormat title = DateFormat.of(pattern).orElse(ALWAYS.get(0));
        return new JournalFormats(
                title,
                ImmutableSet.<DateFormat>builder().add(title).addAll(ALWAYS).build());
    }

    /** The journal that a page of this name is; a file's name, what a reference says, or a title. */
    public Optional<JournalDay> parse(String name) {
        if (haveNumbers && DIGIT.matchesNoneOf(name)) {
            // Most names are no dates, and each one that a graph holds is asked for.
            return Optional.empty();
        }
        String text = capitalized(PageName.of(name).toString());
        return read.stream()
                .flatMap(format -> format.parse(text).stream())
                .findFirst()
                .map(this::day);
    }

    public JournalDay day(LocalDate date) {
        return new JournalDay(date, title.render(date));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalFormats formats && title.equals(formats.title);
    }

    @Override
    public int hashCode() {
        return title.hashCode();
    }

    @Override
    public String toString() {
        return title.toString();
    }

    /** A lower-case name with each word's first letter in upper case; only a space parts words. */
    private static String capitalized(String name) {
        StringBuilder text = new StringBuilder(name.length());
        boolean starts = true;
        for (char c : CharMatcher.is(' ').trimTrailingFrom(name).toCharArray()) {
            text.append(starts ? String.valueOf(c).toUpperCase(Locale.ROOT) : c);
            starts = c == ' ';
        }
        return text.toString();
    }

    private static ImmutableList<DateFormat> formats(String... patterns) {
        return Stream.of(patterns)
                .flatMap(pattern -> DateFormat.of(pattern).stream())
                .collect(ImmutableList.toImmutableList());
    }
}
