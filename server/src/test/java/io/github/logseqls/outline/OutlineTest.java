package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutlineTest {

    @ParameterizedTest
    @EnumSource
    void anyTextHasASoundOutline(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 5000; round++) {
            String page = RandomPages.next(random);
            Outline outline = Outline.parse(Text.of(page), syntax);
            String where = "-Dseed=%d, page %s".formatted(seed, page);
            int at = 0;
            for (int index = 0; index < outline.size(); index++) {
                assertThat(outline.start(index)).as(where).isEqualTo(at);
                at += outline.block(index).length();
                assertThat(outline.subtreeEnd(index)).as(where).isBetween(index + 1, outline.size());
                int parentLevel = outline.parent(index).isEmpty()
                        ? 0
                        : outline.level(outline.parent(index).getAsInt());
                assertThat(outline.level(index)).as(where).isEqualTo(parentLevel + 1);
                assertSpansAreInside(outline, index, where);
            }
            assertThat(at).as(where).isEqualTo(page.isBlank() ? 0 : page.length());
            for (int offset = 0; offset <= page.length(); offset++) {
                Caret.at(outline, offset);
            }
        }
    }

    private static void assertSpansAreInside(Outline outline, int index, String where) {
        Block block = outline.block(index);
        Span whole = new Span(0, block.length());
        int behind = 0;
        for (Construct construct : block.constructs()) {
            assertThat(construct.span().start()).as(where).isGreaterThanOrEqualTo(behind);
            assertThat(whole.contains(construct.span())).as(where).isTrue();
            behind = construct.span().end();
        }
        for (Property property : block.properties()) {
            assertThat(outline.text().slice(outline.inPage(index, property.valueSpan())))
                    .as(where)
                    .isEqualTo(property.value());
        }
        for (BlockRef ref : outline.blockRefs(index)) {
            assertThat(outline.span(index).contains(ref.span())).as(where).isTrue();
            String target = outline.text().slice(ref.targetSpan());
            boolean isOnOneLine = (target + ref.target()).chars().noneMatch(c -> c == '\n' || c == '\r');
            if (isOnOneLine) {
                assertThat(ref.target()).as(where).isEqualTo(target);
            } else {
                // What the lines of a quote or list begin with is left out.
                assertThat(withoutMarks(ref.target())).as(where).isEqualTo(withoutMarks(target));
            }
        }
    }

    private static String withoutMarks(String text) {
        return text.replaceAll("[\\s>\u001a]+", "");
    }

    static Stream<String> hostilePages() {
        int many = 20_000;
        return Stream.of(
                "- " + "x".repeat(5_000_000),
                "- " + "((".repeat(many * 10),
                "- " + "(( ".repeat(many),
                "- " + "[[".repeat(many),
                "- " + "[[".repeat(many) + " x " + "]]".repeat(many),
                "- a\n  " + "| [[ ".repeat(many) + "|",
                "- (( " + "*a ".repeat(many),
                "- " + "{{ ".repeat(many),
                "- " + "_{ ".repeat(many),
                "- " + "<a ".repeat(many),
                "- " + "[a](".repeat(many),
                "- " + "[".repeat(many),
                "- " + "<b>".repeat(many) + "\n  text " + "</b>".repeat(many),
                "- \\begin{\n".repeat(many),
                "- a\n" + "  #+a\n".repeat(many),
                "- ```\n".repeat(many),
                "- $$ \n".repeat(many),
                "- <div>\n".repeat(many),
                "- #+BEGIN_X\n".repeat(many),
                "- :LOGBOOK:\n".repeat(many),
                "- <!-- \n".repeat(many),
                "- [:div \"\n".repeat(many),
                ":a:\n".repeat(many) + "\r:END:",
                "* a\n b\n".repeat(many) + "\r",
                "* a\n  1x\n".repeat(many),
                "a\n: b\n".repeat(many),
                "a\n: bc\n".repeat(many),
                "[^1]: a\n".repeat(many),
                Stream.iterate(0, i -> i + 1)
                        .limit(many)
                        .reduce("", (page, i) -> page + "#+BEGIN_" + i + "\n", String::concat),
                Stream.iterate("", indent -> indent + " ").limit(3_000).reduce("", (page, i) -> page + i + "* a\n"),
                "> ".repeat(many),
                Stream.iterate("", indent -> indent + "\t").limit(5_000).reduce("", (page, i) -> page + i + "- a\n"),
                "\0- a\0\n\ufeff- b\ud83d\n",
                "\r\r\n\n\r- a\r- b");
    }

    @ParameterizedTest
    @MethodSource("hostilePages")
    void hostilePagesAreReadInTime(String page) {
        // Far above what is needed: what is caught here is quadratic or worse.
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Outline outline = Outline.parse(Text.of(page), Syntax.MARKDOWN);
            for (int index = 0; index < outline.size(); index++) {
                outline.blockRefs(index);
            }
        });
    }

    @Test
    void theCaretFindsAReferenceAtBothEndsAndInTheMiddle() {
        String ref = "((5f0e0001-1c2d-4e3f-8a4b-0123456789ab))";
        Outline outline = Outline.parse(Text.of("- a " + ref + " b"), Syntax.MARKDOWN);
        for (int offset : new int[] {4, 20, 4 + ref.length()}) {
            assertThat(Caret.at(outline, offset)).isInstanceOf(Caret.OnBlockRef.class);
        }
        assertThat(Caret.at(outline, 3)).isInstanceOf(Caret.Elsewhere.class);
    }
}
