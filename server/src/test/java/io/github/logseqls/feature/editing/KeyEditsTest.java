package io.github.logseqls.feature.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import io.github.logseqls.feature.editing.BlockEdits.Step;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outlining.RandomOutlines;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Position;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key does the same whatever was typed on since it was pressed, and that stays behind the caret; at random. */
class KeyEditsTest {

    private static final int ROUNDS = 4000;
    private static final List<Step> STEPS = List.of(Step.values());
    private static final List<String> TYPED =
            List.of("", "a", "text", "\none more\ntext", "- \n", "\n\n", "id:: x\n  ", "```\n");

    @ParameterizedTest
    @EnumSource
    void whatIsTypedOnChangesNothing(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = RandomOutlines.any(random, syntax);
            Page page = page(text, syntax);
            int caret = caret(random, text);
            String typed = TYPED.get(random.nextInt(TYPED.size()));
            Page typedOn = page(text.substring(0, caret) + typed + text.substring(caret), syntax);
            Span selection = new Span(caret, caret);
            Span hole = new Span(caret, caret + typed.length());
            Step step = STEPS.get(random.nextInt(STEPS.size()));
            boolean isLineEnd = random.nextBoolean();
            String as = "-Dseed=%d, %s at %d in%n%s%n".formatted(seed, isLineEnd ? "line end" : step, caret, text);
            KeyEdits wanted = isLineEnd
                    ? KeyEdits.ofLineEnd(page, selection, Encoding.UTF16)
                    : KeyEdits.ofStep(step, page, selection, selection, Encoding.UTF16);
            KeyEdits edits = isLineEnd
                    ? KeyEdits.ofLineEnd(typedOn, hole, Encoding.UTF16)
                    : KeyEdits.ofStep(step, typedOn, selection, hole, Encoding.UTF16);
            assertThat(parts(typedOn, hole, edits)).as(as).isEqualTo(parts(page, selection, wanted));
            made += edits.equals(KeyEdits.NONE) ? 0 : 1;
        }
        assertThat(made).isGreaterThan(ROUNDS / 8);
    }

    /** Where somebody may type: not within a line end or a character, nor behind a lone CR, which would become a line end with LF. */
    private static int caret(Random random, String text) {
        int caret = random.nextInt(text.length() + 1);
        while (caret > 0 && isInside(text, caret)) {
            caret--;
        }
        return caret;
    }

    private static boolean isInside(String text, int caret) {
        return text.charAt(caret - 1) == '\r' || caret < text.length() && Character.isLowSurrogate(text.charAt(caret));
    }

    private static Page page(String text, Syntax syntax) {
        return new Page(new PagePath("pages/a.md"), Outline.parse(Text.of(text), syntax), GraphConfig.NEW_GRAPH);
    }

    /** What edits make of the text before what was typed on, and of the text behind it. */
    private static List<String> parts(Page page, Span typedOn, KeyEdits edits) {
        Text text = page.outline().text();
        return List.of(
                edited(text, new Span(0, typedOn.start()), edits.before()),
                edited(text, new Span(typedOn.end(), text.length()), edits.behind()));
    }

    private static String edited(Text text, Span part, List<TextEdit> edits) {
        StringBuilder edited = new StringBuilder(text.slice(part));
        for (TextEdit edit : Lists.reverse(edits)) {
            Span span = span(text, edit).shift(-part.start());
            edited.replace(span.start(), span.end(), edit.getNewText());
        }
        return edited.toString();
    }

    private static Span span(Text text, TextEdit edit) {
        var range = edit.getRange();
        return new Span(offset(text, range.getStart()), offset(text, range.getEnd()));
    }

    private static int offset(Text text, org.eclipse.lsp4j.Position position) {
        return text.offset(new Position(position.getLine(), position.getCharacter()), Encoding.UTF16);
    }
}
