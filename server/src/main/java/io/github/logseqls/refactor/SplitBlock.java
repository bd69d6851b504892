package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.change.Prefixes;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * A block that becomes two at the caret. The first one keeps what is said of the block: its id, properties and dates; what is below
 * the block comes below the second.
 */
final class SplitBlock {

    private SplitBlock() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.selection().isEmpty()
                ? spot.block().filter(block -> isBetween(block, spot.selection().start())).stream()
                        .map(block -> new Refactoring(
                                "splitBlock",
                                Refactoring.Kind.REWRITE,
                                "Split the block here",
                                () -> split(spot, block)))
                : Stream.of();
    }

    /** Whether the caret stands in running text, with some of it on both sides. */
    private static boolean isBetween(BlockAt block, int caret) {
        Outline outline = block.outline();
        int start = outline.titleStart(block.index());
        int end = Writing.lines(outline, block.index(), block.index() + 1).end();
        if (caret <= start || caret >= end || block.block().kind() != Block.Kind.BULLET) {
            return false;
        }
        boolean isInConstruct = block.block().constructs().stream()
                .map(construct -> outline.inPage(block.index(), construct.span()))
                .anyMatch(span -> span.start() < caret && caret < span.end());
        boolean isInMarkup = outline.inlines(block.index()).stream()
                .map(Inline::span)
                .anyMatch(span -> span.start() < caret && caret < span.end());
        Span title = outline.title(block.index());
        boolean isInTitle = caret <= title.end();
        boolean hasText = isInTitle ? caret < title.end() : caret > Head.end(block);
        return !isInConstruct && !isInMarkup && hasText;
    }

    private static Refactored split(Spot spot, BlockAt block) {
        Outline outline = spot.outline();
        Text text = outline.text();
        int caret = spot.selection().start();
        Span all = Writing.lines(outline, block.index(), block.index() + 1);
        Span title = outline.title(block.index());
        String bullet = LineEnds.of(text) + bullet(outline, block);
        int before = text.trimmed(new Span(all.start(), caret)).end();
        int behind = text.trimmed(new Span(caret, all.end())).start();
        int head = Head.end(block);
        List<Edit> edits = caret <= title.end() && head > title.end()
                ? ImmutableList.of(
                        new Edit(new Span(before, title.end()), ""),
                        new Edit(
                                new Span(head, head),
                                bullet + text.slice(new Span(Math.min(behind, title.end()), title.end()))))
                : ImmutableList.of(new Edit(new Span(before, behind), bullet));
        Change change = Change.of(spot.page(), edits);
        Outline now = change.pages().get(0).after();
        if (now.size() != outline.size() + 1) {
            return Trial.harms();
        }
        int level = outline.level(block.index());
        List<Draft> two = ImmutableList.of(
                new Draft(level, Draft.of(now, block.index()).content()),
                new Draft(level, Draft.of(now, block.index() + 1).content()));
        return Trial.of(spot, change, Draft.with(outline, block.index(), block.index() + 1, two));
    }

    private static String bullet(Outline outline, BlockAt block) {
        String prefix = Prefixes.of(outline, block.index());
        return prefix + (outline.syntax() == Syntax.ORG ? "* " : "- ");
    }
}
