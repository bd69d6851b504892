package io.github.logseqls.outlining;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockContent;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A line end typed anywhere leaves all blocks but the one that it is typed in what they are; at random. */
class TypedLineTest {

    private static final int ROUNDS = 6000;

    @ParameterizedTest
    @EnumSource
    void otherBlocksStayWhatTheyAre(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = RandomOutlines.any(random, syntax);
            Outline before = Outline.parse(Text.of(text), syntax);
            int at = placeToType(random, before);
            String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
            Edit typing = new Edit(new Span(at, at), lineEnd + (random.nextBoolean() ? "" : blanks(before.text(), at)));
            Outline typed = before.with(typing);
            int caret = at + typing.replacement().length();
            Page page = new Page(new PagePath("pages/a.md"), typed, GraphConfig.NEW_GRAPH);
            ImmutableList<Edit> edits = TypedLine.edits(page, caret);
            if (edits.isEmpty()) {
                continue;
            }
            made++;
            Outline after = Outline.parse(typed.text().withAll(edits), syntax);
            String as = "-Dseed=%d, at %d in%n%s%nafter%n%s".formatted(seed, at, text, after.text());
            int index = before.blockAt(at).orElseThrow();
            int more = after.size() - before.size();
            assertThat(more).as(as).isBetween(0, 1);
            assertThat(letters(after.text()))
                    .as(as)
                    .hasSize(letters(before.text()).length() + bullets(after, before));
            for (int block = 0; block < before.size(); block++) {
                if (block == index) {
                    continue;
                }
                int same = block;
                int moved = block + more;
                String content = BlockContent.of(before, block).strip();
                assertThat(content.equals(content(after, same)) && before.level(block) == after.level(same)
                                || content.equals(content(after, moved)) && before.level(block) == after.level(moved))
                        .as(as + " block " + block)
                        .isTrue();
            }
            assertThat(edits.stream()
                            .allMatch(edit ->
                                    edit.span().end() <= caret || edit.span().start() >= caret))
                    .as(as)
                    .isTrue();
        }
        assertThat(made).isGreaterThan(ROUNDS / 3);
    }

    private static String content(Outline outline, int block) {
        return block < outline.size() ? BlockContent.of(outline, block).strip() : "";
    }

    /** Where people type: anywhere, but not between the two characters of a line end or of one character. */
    private static int placeToType(Random random, Outline outline) {
        int at = random.nextInt(outline.text().length() + 1);
        Text text = outline.text();
        if (random.nextBoolean()) {
            return text.line(text.lineOf(at)).end();
        }
        boolean isInside = at > 0
                && at < text.length()
                && (Character.isLowSurrogate(text.charAt(at))
                        || text.charAt(at) == '\n' && text.charAt(at - 1) == '\r');
        return isInside ? at - 1 : at;
    }

    private static String blanks(Text text, int at) {
        int line = text.lineOf(at);
        String before = text.slice(new Span(text.lineStart(line), at));
        return before.substring(0, before.length() - before.stripLeading().length());
    }

    private static String letters(Text text) {
        return text.string().replaceAll("\\s+", "");
    }

    /** How many characters the bullets of one outline take more than those of another. */
    private static int bullets(Outline after, Outline before) {
        return bullets(after) - bullets(before);
    }

    private static int bullets(Outline outline) {
        return IntStream.range(0, outline.size())
                .filter(block -> outline.block(block).kind() == Block.Kind.BULLET)
                .map(block ->
                        outline.syntax() == Syntax.ORG ? outline.block(block).width() : 1)
                .sum();
    }
}
