package io.github.logseqls.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import io.github.logseqls.feature.decoration.SemanticTokens;
import io.github.logseqls.feature.structure.DocumentSymbols;
import io.github.logseqls.feature.structure.SelectionRanges;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the protocol asks of answers that are trees, steps or rows of numbers, for pages at random. */
class StructureLawsTest {

    private static final int ROUNDS = 1000;

    @ParameterizedTest
    @EnumSource
    void symbolsHoldTheirNamesAndChildren(Syntax syntax) {
        forPages(
                syntax,
                (archive, page) -> DocumentSymbols.of(archive.snapshot(), page, Answers.client(archive))
                        .forEach(symbol -> assertHolds(symbol.getRight())));
    }

    private static void assertHolds(DocumentSymbol symbol) {
        assertThat(symbol.getName()).isNotBlank();
        assertThat(holds(symbol.getRange(), symbol.getSelectionRange()))
                .as("%s", symbol)
                .isTrue();
        for (DocumentSymbol child : symbol.getChildren()) {
            assertThat(holds(symbol.getRange(), child.getRange()))
                    .as("%s", symbol)
                    .isTrue();
            assertHolds(child);
        }
    }

    @ParameterizedTest
    @EnumSource
    void selectionsGrowAroundTheCaret(Syntax syntax) {
        forPages(syntax, (archive, page) -> {
            int length = page.outline().text().length();
            for (int offset = 0; offset <= length; offset += 1 + length / 20) {
                var at = page.outline()
                        .text()
                        .position(offset, Answers.client(archive).encoding());
                Range inner = new Range(new Position(at.line(), at.column()), new Position(at.line(), at.column()));
                SelectionRange step = SelectionRanges.at(
                        page.outline(), offset, Answers.client(archive).encoding());
                while (step != null) {
                    assertThat(holds(step.getRange(), inner)).isTrue();
                    assertThat(step.getRange().equals(inner) && step.getParent() != null)
                            .isFalse();
                    inner = step.getRange();
                    step = step.getParent();
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void tokensComeInOrderAndApart(Syntax syntax) {
        forPages(syntax, (archive, page) -> {
            ImmutableIntArray numbers = SemanticTokens.of(archive.snapshot(), page, Answers.client(archive));
            int line = 0;
            int free = 0;
            int start = 0;
            for (int at = 0; at < numbers.length(); at += 5) {
                assertThat(numbers.get(at)).isNotNegative();
                assertThat(numbers.get(at + 2)).isPositive();
                start = numbers.get(at) == 0 ? start + numbers.get(at + 1) : numbers.get(at + 1);
                line += numbers.get(at);
                free = numbers.get(at) == 0 ? free : 0;
                assertThat(start).isGreaterThanOrEqualTo(free);
                free = start + numbers.get(at + 2);
                assertThat(free)
                        .isLessThanOrEqualTo(page.outline().text().line(line).length());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void editsOfTokensMakeTheNewOnes(Syntax syntax) {
        List<ImmutableIntArray> before = new ArrayList<>(List.of(ImmutableIntArray.of()));
        forPages(syntax, (archive, page) -> {
            ImmutableIntArray after = SemanticTokens.of(archive.snapshot(), page, Answers.client(archive));
            List<Integer> edited = new ArrayList<>(before.get(0).asList());
            for (SemanticTokensEdit edit : SemanticTokens.edits(before.get(0), after)) {
                List<Integer> replaced = edited.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount());
                replaced.clear();
                replaced.addAll(edit.getData());
            }
            assertThat(edited).isEqualTo(after.asList());
            before.set(0, after);
        });
    }

    private static void forPages(Syntax syntax, BiConsumer<Archive, Page> law) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String name = syntax == Syntax.ORG ? "pages/a.org" : "pages/a.md";
        for (int round = 0; round < ROUNDS; round++) {
            String text = RandomPages.next(random);
            Archive archive = Archive.read("-- " + name + " --\n" + text + "\n", "\n");
            Snapshot snapshot = archive.snapshot();
            try {
                law.accept(archive, snapshot.page(new PagePath(name)).orElseThrow());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-Dseed=%d, %s".formatted(seed, text), e);
            }
        }
    }

    private static boolean holds(Range outer, Range inner) {
        return isUpTo(outer.getStart(), inner.getStart()) && isUpTo(inner.getEnd(), outer.getEnd());
    }

    private static boolean isUpTo(Position one, Position other) {
        return one.getLine() < other.getLine()
                || one.getLine() == other.getLine() && one.getCharacter() <= other.getCharacter();
    }
}
