package io.github.logseqls.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextTest {

    private static final String[] PIECES = {
        "a", "é", "日", "😀", "👨‍👩‍👧", "\n", "\r\n", "\r", "\t", " ", "\ud83d", "\u2028"
    };

    @Test
    void linesEndAtLfCrlfAndLoneCr() {
        Text text = Text.of("a\nb\r\nc\rd");
        assertThat(text.lineCount()).isEqualTo(4);
        assertThat(text.slice(text.line(1))).isEqualTo("b");
        assertThat(text.slice(text.line(3))).isEqualTo("d");
        assertThat(Text.of("a\n").lineCount()).isEqualTo(2);
        assertThat(Text.of("").lineCount()).isEqualTo(1);
        assertThat(Text.of("a\u2028b").lineCount()).isEqualTo(1);
    }

    @Test
    void columnsCountInTheUnitOfTheEncoding() {
        Text text = Text.of("x\né日😀!");
        int behind = text.length() - 1;
        assertThat(text.position(behind, Encoding.UTF16)).isEqualTo(new Position(1, 4));
        assertThat(text.position(behind, Encoding.UTF8)).isEqualTo(new Position(1, 9));
        assertThat(text.position(behind, Encoding.UTF32)).isEqualTo(new Position(1, 3));
    }

    @ParameterizedTest
    @EnumSource
    void columnsOfALongLineAreThoseOfItsCharacters(Encoding encoding) {
        String line = "aé日😀".repeat(20_000);
        Text text = Text.of("x\n" + line);
        for (int offset = 0; offset < line.length(); offset += 5 * 997) {
            assertThat(text.position(2 + offset, encoding))
                    .isEqualTo(new Position(1, encoding.width(line.substring(0, offset))));
        }
    }

    /** Many references may stand on one line: each is not to cost what the line does. */
    @ParameterizedTest
    @EnumSource
    void aLongLineIsNotMeasuredForEachPlaceInIt(Encoding encoding) {
        Text text = Text.of("a日".repeat(1_000_000));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int offset = 0; offset < text.length(); offset += 100) {
                text.position(offset, encoding);
            }
        });
    }

    @Test
    void positionsOutsideMeanTheNearestPlaceInside() {
        Text text = Text.of("ab\r\n😀\n");
        assertThat(text.offset(new Position(0, 99), Encoding.UTF16)).isEqualTo(2);
        assertThat(text.offset(new Position(99, 0), Encoding.UTF16)).isEqualTo(text.length());
        assertThat(text.offset(new Position(1, 1), Encoding.UTF16)).isEqualTo(4);
        assertThat(text.offset(new Position(1, 3), Encoding.UTF8)).isEqualTo(4);
        assertThat(text.offset(new Position(-1, -1), Encoding.UTF16)).isZero();
    }

    @Test
    void anEditedTextHasTheLinesOfOneMadeAnew() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            Text text = Text.of(randomString(random, 20));
            int start = random.nextInt(text.length() + 1);
            int end = start + random.nextInt(Math.min(5, text.length() - start) + 1);
            Text edited = text.with(new Edit(new Span(start, end), randomString(random, 4)));
            Text anew = Text.of(edited.string());
            assertThat(edited.lineCount()).as("-Dseed=%d", seed).isEqualTo(anew.lineCount());
            for (int line = 0; line < anew.lineCount(); line++) {
                assertThat(edited.lineStart(line)).as("-Dseed=%d", seed).isEqualTo(anew.lineStart(line));
            }
        }
    }

    /** Texts of many pieces, edited again and again. */
    @Test
    void aLongTextThatIsEditedEqualsOneMadeAnew() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            StringBuilder expected = new StringBuilder(randomString(random, 40_000));
            Text text = Text.of(expected.toString());
            for (int step = 0; step < 100; step++) {
                int start = random.nextInt(text.length() + 1);
                int most = random.nextInt(4) == 0 ? 10_000 : 3;
                int end = start + random.nextInt(Math.min(most, text.length() - start) + 1);
                String fresh = randomString(random, random.nextInt(8) == 0 ? 10_000 : 4);
                expected.replace(start, end, fresh);
                text = text.with(new Edit(new Span(start, end), fresh));
            }
            assertThat(text.string()).as("-Dseed=%d", seed).isEqualTo(expected.toString());
            assertSameAsMadeAnew(text, random, seed);
        }
    }

    @Test
    void theEditBetweenTwoTextsIsTheShortest() {
        assertThat(Edit.between(Text.of("abc"), "axc")).isEqualTo(new Edit(new Span(1, 2), "x"));
        assertThat(Edit.between(Text.of("aa"), "aaa")).isEqualTo(new Edit(new Span(2, 2), "a"));
        assertThat(Edit.between(Text.of("same"), "same").growth()).isZero();
        assertThat(Edit.between(Text.of(""), "x")).isEqualTo(new Edit(new Span(0, 0), "x"));
        assertThat(Edit.between(Text.of("x"), "")).isEqualTo(new Edit(new Span(0, 1), ""));
        // Two faces that begin, and two characters that end, with the same half: editors know no half of one.
        assertThat(Edit.between(Text.of("a😀b"), "a😁b")).isEqualTo(new Edit(new Span(1, 3), "😁"));
        assertThat(Edit.between(Text.of("a😀b"), "a\ud83c\ude00b")).isEqualTo(new Edit(new Span(1, 3), "\ud83c\ude00"));
        assertThat(Edit.between(Text.of("😀"), "😀😀")).isEqualTo(new Edit(new Span(2, 2), "😀"));
    }

    private static void assertSameAsMadeAnew(Text text, Random random, long seed) {
        String string = text.string();
        Text anew = Text.of(string);
        assertThat(text).as("-Dseed=%d", seed).isEqualTo(anew).hasSameHashCodeAs(anew);
        assertThat(text.lineCount()).as("-Dseed=%d", seed).isEqualTo(anew.lineCount());
        for (int line = 0; line < anew.lineCount(); line++) {
            assertThat(text.line(line)).as("-Dseed=%d", seed).isEqualTo(anew.line(line));
        }
        for (int i = 0; i < 1000 && !string.isEmpty(); i++) {
            int offset = random.nextInt(string.length());
            int end = Math.min(string.length(), offset + random.nextInt(6000));
            assertThat(text.lineOf(offset)).as("-Dseed=%d", seed).isEqualTo(anew.lineOf(offset));
            assertThat(text.charAt(offset)).isEqualTo(string.charAt(offset));
            assertThat(text.slice(new Span(offset, end))).isEqualTo(string.substring(offset, end));
        }
    }

    private static String randomString(Random random, int most) {
        StringBuilder string = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            string.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return string.toString();
    }

    @ParameterizedTest
    @EnumSource
    void offsetsSurviveTheWayToAPositionAndBack(Encoding encoding) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String string = randomString(random, 30);
            Text text = Text.of(string);
            for (int offset = 0; offset <= text.length(); offset++) {
                boolean insideCharacter = offset > 0
                        && offset < text.length()
                        && Character.isSurrogatePair(string.charAt(offset - 1), string.charAt(offset));
                boolean insideLineEnd = offset > 0
                        && offset < text.length()
                        && string.charAt(offset - 1) == '\r'
                        && string.charAt(offset) == '\n';
                if (!insideCharacter && !insideLineEnd) {
                    assertThat(text.offset(text.position(offset, encoding), encoding))
                            .as("-Dseed=%d, offset %d of %s", seed, offset, string)
                            .isEqualTo(offset);
                }
            }
        }
    }
}
