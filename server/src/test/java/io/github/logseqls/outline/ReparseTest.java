package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReparseTest {

    @ParameterizedTest
    @EnumSource
    void anEditedOutlineEqualsOneParsedAnew(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            Outline outline = Outline.parse(Text.of(RandomPages.next(random)), syntax);
            for (int step = 0; step < 12; step++) {
                Edit edit = RandomPages.edit(outline.text(), random);
                Outline edited = outline.with(edit);
                assertThat(edited.isReadAs(Outline.parse(edited.text(), syntax)))
                        .as("-Dseed=%d, %s in %s", seed, edit, outline.text())
                        .isTrue();
                outline = edited;
            }
        }
    }

    /** Pages of many chunks and pieces, longer than the window that is looked at first. */
    @ParameterizedTest
    @EnumSource
    void anEditedOutlineOfALongPageEqualsOneParsedAnew(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            Outline outline = Outline.parse(Text.of(longPage(random)), syntax);
            for (int step = 0; step < 50; step++) {
                Edit edit = RandomPages.edit(outline.text(), random);
                Outline edited = outline.with(edit);
                assertThat(edited.isReadAs(Outline.parse(Text.of(edited.text().string()), syntax)))
                        .as("-Dseed=%d, round %d, step %d, %s", seed, round, step, edit)
                        .isTrue();
                outline = edited;
            }
        }
    }

    /** Mostly bullets, so that not all of it is swallowed by one construct. */
    private static String longPage(Random random) {
        StringBuilder page = new StringBuilder();
        int openers = random.nextInt(3) == 0 ? 10 : random.nextInt(500) + 20;
        while (page.length() < 30_000) {
            page.append(random.nextInt(8) == 0 ? "\r\n" : "\n")
                    .append("\t".repeat(random.nextInt(4)))
                    .append(random.nextInt(20) == 0 ? "* " : "- ")
                    .append("text 日本 ".repeat(random.nextInt(4)));
            if (random.nextInt(openers) == 0) {
                page.append(RandomPages.next(random));
            }
            if (random.nextInt(400) == 0) {
                // A block that is longer than the window.
                page.append("\n  body".repeat(300 + random.nextInt(300))).append(RandomPages.next(random));
            }
        }
        return page.toString();
    }

    @Test
    void openersThatFarClosersCloseAreReadAgain() {
        String bullets = "- b\n".repeat(1100);
        assertSameAsAnew("\\begin{\n-\n-¦", "}");
        assertSameAsAnew("- \\begin{align\n- b\n- c\n- d {{x¦", "}}");
        assertSameAsAnew("- \\begin¦\n" + bullets + "- {{query x}}", "{");
        assertSameAsAnew("- <!-- open\n- a\n- b¦\n" + bullets + "- what?>\n- z", "\n- <?php echo");
        String body = "  body\n".repeat(500);
        assertSameAsAnew("- a\n¦- b\n" + body + "  ```\n- c\n- d", "- ```\n");
        assertSameAsAnew("- a\n¦- b\n" + body + "  $$\n- c\n- d", "- $$\n");
    }

    @Test
    void aWindowEndsWithALine() {
        for (int at = 2035; at < 2060; at++) {
            StringBuilder page = new StringBuilder("¦").append("- bullet\n".repeat(400));
            page.replace(at, at + 1, "-");
            assertSameAsAnew(page.toString(), "m\n: ef");
            page.replace(at, at + 2, "\r\n");
            assertSameAsAnew(page.toString(), "m\n: ef");
        }
    }

    /** Types at the mark in a page. */
    private static void assertSameAsAnew(String page, String typed) {
        int at = page.indexOf('¦');
        Outline outline = Outline.parse(Text.of(page.replace("¦", "")), Syntax.MARKDOWN);
        Outline edited = outline.with(new Edit(new Span(at, at), typed));
        assertThat(edited.isReadAs(Outline.parse(Text.of(edited.text().string()), Syntax.MARKDOWN)))
                .as("%s typed at %d", typed, at)
                .isTrue();
    }

    @Test
    void typingProseSharesAllBlocksButOne() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            page.append("\t".repeat(i % 4)).append("- block ").append(i).append("\n");
        }
        Outline outline = Outline.parse(Text.of(page.toString()), Syntax.MARKDOWN);
        for (int index : new int[] {0, 1, 500, 999}) {
            Outline edited = outline.with(new Edit(
                    new Span(outline.title(index).end(), outline.title(index).end()), "x"));
            int shared = 0;
            for (int i = 0; i < edited.size(); i++) {
                shared += edited.block(i) == outline.block(i) ? 1 : 0;
            }
            assertThat(shared).as("edited block %d", index).isEqualTo(999);
        }
    }

    @Test
    void whatOpensNothingIsNotReadAgain() {
        String page = "- a\n  [[page]] and\n  <unknown>\n" + "- bullet\n".repeat(100);
        Outline outline = Outline.parse(Text.of(page), Syntax.MARKDOWN);
        assertThat(outline.block(0).unclosed()).isEmpty();
    }

    @Test
    void aClosingTagTakesOverFromAnEmptyOne() {
        Outline outline = Outline.parse(Text.of("- <div>\n  <br/>\n- b\n- c\n- d\n- e"), Syntax.MARKDOWN);
        int end = outline.text().length();
        assertThat(outline.size()).isEqualTo(5);
        assertThat(outline.with(new Edit(new Span(end, end), "</div>")).size()).isEqualTo(1);
    }

    @Test
    void aCloserTypedFarBelowClosesTheOpener() {
        String middle = "- bullet\n".repeat(100);
        Outline outline = Outline.parse(Text.of("- a\n  ```\n" + middle + "  end"), Syntax.MARKDOWN);
        int end = outline.text().length();
        assertThat(outline.size()).isEqualTo(101);
        assertThat(outline.with(new Edit(new Span(end, end), "\n  ```")).size()).isEqualTo(1);
    }
}
