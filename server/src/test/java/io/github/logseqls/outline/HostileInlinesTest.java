package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.logseqls.text.Text;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that is made to be read again and again takes time in proportion to its length all the same. */
class HostileInlinesTest {

    private static final int CHARACTERS = 20_000;
    /** Text of four times the length takes four times as long; were it quadratic, sixteen times. */
    private static final double MOST_TIMES = 9;
    /** What takes less says nothing. */
    private static final long LEAST_NANOSECONDS = 5_000_000;
    /** The fastest of so many readings counts. */
    private static final int MOST_READINGS = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    private static final String[] PIECES = {
        "[",
        "]",
        "(",
        ")",
        "[[",
        "]]",
        "((",
        "))",
        "](",
        "{{",
        "}}",
        "{",
        "}",
        "`",
        "``",
        "$",
        "$$",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "==",
        "^^",
        "^{",
        "_{",
        "#",
        "#.",
        "<",
        ">",
        "<a:",
        "<b ",
        "<b>",
        "</b>",
        "/>",
        "<!--",
        "[:b",
        "\"",
        "\\",
        "\\(",
        "\\[",
        "@@a: ",
        "@",
        "[^",
        "[1-1-1",
        "<1-1-1 a",
        "S:",
        "http://a/(",
        "/",
        "+",
        ",",
        ".",
        " ",
        " a",
        "\n",
        "x",
        "data:",
        "![",
        "[fn:",
        "][",
        "[[a][",
        "{{embed "
    };

    static Stream<String> shapes() {
        Random random = new Random(1);
        Stream<String> pairs = Stream.generate(() -> random.nextInt(PIECES.length))
                .limit(50)
                .map(first -> PIECES[first]
                        + PIECES[random.nextInt(PIECES.length)]
                        + (random.nextBoolean() ? PIECES[random.nextInt(PIECES.length)] : ""));
        return Stream.concat(Arrays.stream(PIECES), pairs);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void repeatedPiecesAreReadInLinearTime(String piece) {
        for (Syntax syntax : Syntax.values()) {
            isLinear(syntax, "", piece, "");
        }
    }

    static Stream<String[]> ends() {
        return Stream.of(
                new String[] {"", "[", "](x)"},
                new String[] {"", "[ ", "a](x)"},
                new String[] {"", "[a](", "))"},
                new String[] {"", "[[ \n", "]]"},
                new String[] {"", "[[", " x ]]"},
                new String[] {"", "(( ", ")"},
                new String[] {"", "[x[[y", "\\]]"},
                new String[] {"", "{{f a, ", "[[y]]z}}"},
                new String[] {"", "**a ", "**"},
                new String[] {"", "`a` *b ", "x"},
                new String[] {"", "/a ", "x/y"},
                new String[] {"", "*a _b ", "_ *"},
                new String[] {"", "<b> ", "</b>"},
                new String[] {"", "[:b \" ", "]"},
                new String[] {"", "[1-1-1 [", "]"},
                new String[] {"#", ".", "x"},
                new String[] {"", "[[a][", "]]"},
                new String[] {"", "<a:_", ">"},
                new String[] {"", "_{_", "}"},
                new String[] {"", "![a](data:", "x"},
                new String[] {"#", "\\[", ""},
                new String[] {"#[x]", "![a #[", ""},
                new String[] {"", "![[[a]]", ""},
                new String[] {"", "[[a]]![", "S:](S:](S:]("},
                new String[] {"", "$@@", ""},
                new String[] {"", "_@@a", ""},
                new String[] {"", "[a](x.md) ", ""},
                new String[] {"", "[[[a] ] ](x.md) ", ""},
                new String[] {"", "[`a` $b](x.md) ", ""},
                new String[] {"", "[[file:x][a]] ", ""},
                new String[] {"", "{{f a, b [[c]] }", "}"},
                new String[] {"", "{{f a, ", "[[b]]c}}"});
    }

    @ParameterizedTest
    @MethodSource("ends")
    void openersBeforeOneCloserAreReadInLinearTime(String start, String piece, String end) {
        for (Syntax syntax : Syntax.values()) {
            isLinear(syntax, start, piece, end);
        }
    }

    static Stream<String[]> constructs() {
        return Stream.of("$$a$$", "<!--a-->", "<b>a</b>", "[:b]", "{{a}}")
                .flatMap(piece -> Stream.of("\n", "\n> ", "\n* a\n  ", "\n#+BEGIN_NOTE\n")
                        .flatMap(start -> Stream.of("", "::x", ":: x\r", "|", "\n: x")
                                .map(end -> new String[] {start, piece, end})));
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void constructsOnOneLineAreReadInLinearTime(String start, String piece, String end) {
        for (Syntax syntax : Syntax.values()) {
            isLinear(syntax, start, piece, end);
        }
    }

    static Stream<String[]> losses() {
        return Stream.of(
                new String[] {"", "id:\n---\n", ""},
                new String[] {"", "x((" + ID + ")) ", ""},
                new String[] {"", "*((" + ID + "))* ", ""},
                new String[] {"", "*a* [[b]] x((" + ID + ")) ", ""},
                new String[] {"\n", "> ((" + ID + "))x((" + ID + "))\n\n", ""},
                new String[] {"\n", "k:: \"((" + ID + "))\"\n", ""},
                new String[] {"\n", "k:: x((" + ID + "))\n\n", ""},
                new String[] {"\n", "---\n<1-1-1 a> ((" + ID + "))\n", ""},
                new String[] {"\n", "```\n- a\n```\n", ""},
                new String[] {"\n$$\n", "- a\n", "$$"});
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lossesAreFoundInLinearTime(String start, String piece, String end) {
        for (Syntax syntax : Syntax.values()) {
            isLinear(syntax, start, piece, end);
        }
    }

    private static void isLinear(Syntax syntax, String start, String piece, String end) {
        String shortText = "x " + start + piece.repeat(CHARACTERS / piece.length()) + end;
        String longText = "x " + start + piece.repeat(4 * CHARACTERS / piece.length()) + end;
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            long once = Math.min(time(syntax, shortText), time(syntax, shortText));
            long fourTimes = time(syntax, longText);
            for (int reading = 1; fourTimes > most(once) && reading < MOST_READINGS; reading++) {
                once = Math.min(once, time(syntax, shortText));
                fourTimes = Math.min(fourTimes, time(syntax, longText));
            }
            assertThat(fourTimes).as("%s: %s%s...%s", syntax, start, piece, end).isLessThanOrEqualTo(most(once));
        });
    }

    private static long most(long once) {
        return (long) (MOST_TIMES * Math.max(once, LEAST_NANOSECONDS));
    }

    /** What the thread itself takes, in nanoseconds: the machine may be busy with other things. */
    private static long time(Syntax syntax, String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        Outline outline = Outline.parse(Text.of(text), syntax);
        for (int block = 0; block < outline.size(); block++) {
            outline.inlines(block);
            outline.losses(block);
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
