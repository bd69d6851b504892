package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.logseqls.text.Text;
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
    private static final double MOST_TIMES = 10;

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
                new String[] {"", "![a](data:", "x"});
    }

    @ParameterizedTest
    @MethodSource("ends")
    void openersBeforeOneCloserAreReadInLinearTime(String start, String piece, String end) {
        for (Syntax syntax : Syntax.values()) {
            isLinear(syntax, start, piece, end);
        }
    }

    private static void isLinear(Syntax syntax, String start, String piece, String end) {
        String shortText = "x " + start + piece.repeat(CHARACTERS / piece.length()) + end;
        String longText = "x " + start + piece.repeat(4 * CHARACTERS / piece.length()) + end;
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            long once = fastest(syntax, shortText);
            long fourTimes = fastest(syntax, longText);
            // What takes less says nothing; quadratic time would be seconds.
            assertThat(fourTimes).as("%s: %s%s...%s", syntax, start, piece, end).isLessThan((long)
                    (MOST_TIMES * Math.max(once, 100_000_000)));
        });
    }

    private static long fastest(Syntax syntax, String text) {
        long fastest = Long.MAX_VALUE;
        for (int times = 0; times < 2; times++) {
            long start = System.nanoTime();
            Outline.parse(Text.of(text), syntax).inlines(0);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }
}
