package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;

/** A {@code #+key: value} in a block, which Logseq takes for the whole page. */
final class DirectiveFixes {

    private static final Span TOP = new Span(0, 0);

    private DirectiveFixes() {}

    static ImmutableList<Fix> of(Faulty faulty) {
        BlockAt block = faulty.block();
        Text text = faulty.outline().text();
        Span line = text.trimmed(text.line(text.lineOf(faulty.span().start())));
        Edit removed = new Edit(
                isAlone(block, faulty.span())
                        ? whole(block)
                        : PropertyLine.removed(block, faulty.span()).span(),
                "");
        ImmutableList.Builder<Fix> fixes = ImmutableList.builder();
        if (line.contains(faulty.span()) && hasRoomAtTop(faulty)) {
            String lineEnd = LineEnds.of(text);
            String gap = isDirective(faulty) ? "" : lineEnd;
            fixes.add(Fix.preferred(
                    "Move this line to the top of the page",
                    () -> Change.of(
                            faulty.page(),
                            new Edit(TOP, text.slice(faulty.span()).strip() + lineEnd + gap),
                            removed)));
        }
        // What refers to blocks is not ours to throw away.
        if (!faulty.text().contains("((")) {
            fixes.add(Fix.possible(
                    "Remove this line, so that it is not taken for the page", () -> Change.of(faulty.page(), removed)));
        }
        return fixes.build();
    }

    /** Whether nothing would be left of the block. */
    private static boolean isAlone(BlockAt block, Span directive) {
        Text text = block.outline().text();
        Span own = block.outline().span(block.index());
        Span content = text.trimmed(new Span(own.start() + block.block().contentStart(), own.end()));
        return content.equals(text.trimmed(directive)) && !block.outline().hasChildren(block.index());
    }

    private static Span whole(BlockAt block) {
        return block.outline().span(block.index());
    }

    /** Whether a line there comes before all blocks, and takes no property from where it counts. */
    private static boolean hasRoomAtTop(Faulty faulty) {
        boolean hasPreamble = faulty.outline().block(0).kind() == Block.Kind.PREAMBLE;
        return !hasPreamble || isDirective(faulty);
    }

    private static boolean isDirective(Faulty faulty) {
        Text text = faulty.outline().text();
        return text.slice(text.line(0)).startsWith("#+");
    }
}
