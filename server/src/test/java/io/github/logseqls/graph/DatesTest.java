package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final Pattern JOURNAL = Pattern.compile("journal \"(.*)\" (.*) -> (\\S+) (.*)");

    @TestFactory
    Stream<DynamicTest> readsJournalNamesAsLogseqDoes() throws IOException {
        return rows("journal ")
                .map(row -> DynamicTest.dynamicTest(row, () -> {
                    Matcher parts = JOURNAL.matcher(row);
                    assertThat(parts.matches()).isTrue();
                    String found = JournalFormats.of(parts.group(2))
                            .parse(parts.group(1))
                            .map(day -> day.number() + " " + day.title())
                            .orElse("nil nil");
                    assertThat(found).isEqualTo(parts.group(3) + " " + parts.group(4));
                }));
    }

    @TestFactory
    Stream<DynamicTest> writesDatesAsLogseqDoes() throws IOException {
        return rows("fmt ")
                .map(row -> DynamicTest.dynamicTest(row, () -> {
                    // The row is the pattern and two dates in it, of lengths unknown: only the right pattern makes the
                    // rest.
                    String text = row.substring("fmt ".length());
                    assertThat(Stream.iterate(text.length(), end -> end > 0, end -> end - 1)
                                    .map(end -> text.substring(0, end))
                                    .anyMatch(pattern -> text.equals(pattern + " " + written(pattern))))
                            .isTrue();
                }));
    }

    /** Found by running the date functions of Logseq's own library. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    yyyy-MM-dd           | 5-01-05             | 2005-01-05
                    yyyy-MM-dd           | 50-01-05            | 1950-01-05
                    yyyy-MM-dd           | 45-01-05            | 2045-01-05
                    yyyy-MM-dd           | 46-01-05            | 1946-01-05
                    yyyy-MM-dd           | 0-01-05             | 2000-01-05
                    yyyy-MM-dd           | 0024-01-05          | 2024-01-05
                    yyyy-MM-dd           | 2024-0-05           | nil
                    yyyy-MM-dd           | 2024-01-0           | nil
                    yyyy-MM-dd           | 2024--05            | nil
                    yyyy-MM-dd           | 20245-01-05         | nil
                    yyyy-MM-dd           | 2023-02-29          | nil
                    yyyy-MM-dd           | 1900-02-29          | nil
                    yyyy-MM-dd           | 2000-02-29          | 2000-02-29
                    yyyy-MM-dd           | ２０２４-01-05       | nil
                    MMM yyyy             | Jan 2024            | 2024-01-01
                    MMM do               | Jan 5th             | 2000-01-05
                    MMM do               | Jan 5xyz            | 2000-01-05
                    MMM do               | Feb 29th            | nil
                    MMM dd               | Jan 31              | 2000-01-31
                    do MMM               | 5x jan              | nil
                    do MMM yyyy          | 05th may 2024       | 2024-05-05
                    EEEE                 | friday              | 2000-01-01
                    EEEE yyyy            | monday 2024         | 2024-01-01
                    EEEE MM/dd yyyy      | friday 05/07 2024   | 2024-05-07
                    yyyy EEEE dd         | 2024 monday 20      | 2024-01-20
                    dd.MM.yyyy           | 2021Q4              | 2004-01-20
                    dd.MM.yyyy           | 05x01x2024          | 2024-01-05
                    yyyyMMdd             | 20240105x           | nil
                    yyyyMMdd             | 2024015             | 2024-01-05
                    yyyyMMdd             | 202415              | nil
                    yyMMdd               | 240105              | 2024-01-05
                    d/M/yyyy             | 5/1/2024            | 2024-01-05
                    d/M/yyyy             | 123/1/2024          | nil
                    M/d/yy               | 1/5/24              | 2024-01-05
                    MMM do, yyyy         | Jan 5th,2024        | nil
                    MMM do, yyyy         | Jan  5th, 2024      | nil
                    MMM do, yyyy         | janu 5th, 2024      | nil
                    MMM do, yyyy         | january 5TH, 2024   | 2024-01-05
                    'Day' do MMM yyyy    | day 5th jan 2024    | 2024-01-05
                    yyyy-MM-dd'T'        | 2024-01-05t         | nil
                    yyyy-MM-dd (EEE)     | 2024-01-05 (fri)    | nil
                    yyyy {MM}            | 2024 {03}           | 2024-03-01
                    yyyy-DDD             | 2024-12             | 2024-01-12
                    xxxx ww e            | 2024 06 7           | 2024-02-11
                    xxxx ww              | 2024 06             | 2024-02-05
                    xxxx ww E            | 2024 01 sunday      | 2024-01-07
                    xx ww e              | 24 06 3             | 2024-02-07
                    xxxx ww e            | 2024 60 9           | nil
                    xxxx ww e            | 2020 53 5           | 2021-01-01
                    xxxx                 | 2024                | 2000-01-01
                    yyyy ww             | 2024 07             | nil
                    dd xxxx             | 05 2024             | nil
                    dd-EE-yyyy           | 05-Fri-2024         | nil
                    yyyy-MM-dd hh:mma    | 2024-01-05 11:59pm  | 2024-01-05
                    yyyy-MM-dd hh:mm a   | 2024-01-05 11:59 pm | nil
                    """)
    void readsWhatTheLibraryReads(String pattern, String name, String expected) {
        assertThat(JournalFormats.of(pattern)
                        .parse(name)
                        .map(day -> day.date().toString())
                        .orElse("nil"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    D            | 11
                    DDD          | 011
                    w            | 6
                    'week' ww    | week 06
                    xx           | 24
                    e            | 7
                    y            | 2024
                    do           | 11th
                    d'o'         | 11o
                    ''yy         | '24
                    E            | Sun
                    h:mm a       | 12:00 am
                    HH           | 00
                    yyyy年MM月dd日 | 2024年02月11日
                    yyyy (EEE)   | 2024 (Sun)
                    """)
    void writesWhatTheLibraryWrites(String pattern, String expected) {
        assertThat(DateFormat.of(pattern).orElseThrow().render(LocalDate.of(2024, 2, 11)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "yyy", "EE", "EEEEE", "MMMMM", "ddd", "Q", "dth", "c"})
    void knowsNoPatternThatTheLibraryRejects(String pattern) {
        assertThat(DateFormat.of(pattern)).isEmpty();
        assertThat(JournalFormats.of(pattern)).isEqualTo(JournalFormats.of("MMM do, yyyy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MMM do, yyyy",
                "do MMM yyyy",
                "EEEE, dd.MM.yyyy",
                "E, yyyy/MM/dd",
                "yyyy_MM_dd",
                "yyyyMMdd",
                "yyyy年MM月dd日",
                "yyyy-MM-dd EEEE",
                "EEEE do MMMM yyyy",
                "d/M/yy",
                "xxxx-'w'ww-e",
                "'On' MM.d.y",
                "dd-MM-yyyy"
            })
    void readsTheDatesThatItWrites(String pattern) {
        JournalFormats formats = JournalFormats.of(pattern);
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            LocalDate date = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(34_000));
            JournalDay day = formats.day(date);
            assertThat(formats.parse(day.title())).as("seed %d", SEED).contains(day);
            assertThat(formats.parse("%tF".formatted(date))).as("seed %d", SEED).contains(day);
        }
    }

    private static String written(String pattern) {
        return Stream.of(LocalDate.of(2024, 1, 5), LocalDate.of(2024, 2, 22))
                .flatMap(date -> DateFormat.of(pattern).map(format -> format.render(date)).stream())
                .reduce((one, two) -> one + " " + two)
                .orElse("");
    }

    private static Stream<String> rows(String kind) throws IOException {
        return Files.readAllLines(Path.of("../testdata/conformance/names-and-dates.txt")).stream()
                .filter(row -> row.startsWith(kind));
    }
}
