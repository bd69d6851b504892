package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditsTest {

    /** Several changes a notification, each of which refers to the text that the ones before it made. */
    @ParameterizedTest
    @EnumSource
    void changesAreAppliedOneAfterTheOther(Encoding encoding) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            Outline outline = Outline.parse(Text.of(RandomPages.next(random)), Syntax.MARKDOWN);
            StringBuilder expected = new StringBuilder(outline.text().string());
            List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                changes.add(change(expected, random, encoding));
            }
            Outline edited = Edits.applied(changes, outline, encoding);
            assertThat(edited.text().string()).as("-Dseed=%d", seed).isEqualTo(expected.toString());
            assertThat(described(edited))
                    .as("-Dseed=%d", seed)
                    .isEqualTo(described(Outline.parse(Text.of(expected.toString()), Syntax.MARKDOWN)));
        }
    }

    /** A random change of {@code text}, which is made in it too. */
    private static TextDocumentContentChangeEvent change(StringBuilder text, Random random, Encoding encoding) {
        String fresh = random.nextBoolean() ? "- 😀\r\n" : RandomPages.next(random);
        if (random.nextInt(8) == 0) {
            text.replace(0, text.length(), fresh);
            return new TextDocumentContentChangeEvent(fresh);
        }
        Text before = Text.of(text.toString());
        int start = characterStart(text, random.nextInt(text.length() + 1));
        int end = characterStart(text, start + random.nextInt(Math.min(20, text.length() - start) + 1));
        Position from = position(before, start, encoding);
        Position to = position(before, Math.max(start, end), encoding);
        text.replace(start, Math.max(start, end), fresh);
        boolean isBackwards = random.nextInt(4) == 0;
        return new TextDocumentContentChangeEvent(isBackwards ? new Range(to, from) : new Range(from, to), fresh);
    }

    /** Editors name no place inside a character or a CRLF. */
    private static int characterStart(CharSequence text, int offset) {
        boolean isInside = offset > 0
                && offset < text.length()
                && (Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))
                        || text.charAt(offset - 1) == '\r' && text.charAt(offset) == '\n');
        return isInside ? offset - 1 : offset;
    }

    private static Position position(Text text, int offset, Encoding encoding) {
        io.github.logseqls.text.Position position = text.position(offset, encoding);
        return new Position(position.line(), position.column());
    }

    private static String described(Outline outline) {
        StringBuilder blocks = new StringBuilder();
        for (int block = 0; block < outline.size(); block++) {
            blocks.append(outline.span(block))
                    .append(outline.level(block))
                    .append(outline.block(block).constructs())
                    .append(outline.block(block).properties())
                    .append(outline.inlines(block))
                    .append('\n');
        }
        return blocks.toString();
    }

    @Test
    void theWholeTextSentAgainSharesTheBlocksThatStayed() {
        Outline outline = Outline.parse(Text.of("- a\n- b\n- c\n- d"), Syntax.MARKDOWN);
        Outline edited = Edits.applied(
                List.of(new TextDocumentContentChangeEvent("- a\n- b\n- cc\n- d")), outline, Encoding.UTF16);
        assertThat(edited.text().string()).isEqualTo("- a\n- b\n- cc\n- d");
        for (int block : new int[] {0, 1, 3}) {
            assertThat(edited.block(block)).isSameAs(outline.block(block));
        }
        assertThat(edited.block(2)).isNotSameAs(outline.block(2));
    }
}
