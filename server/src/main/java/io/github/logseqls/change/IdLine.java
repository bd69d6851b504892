package io.github.logseqls.change;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** The line of an id, for a block that has none: behind its properties, else right below its first line (format.md 3.4). */
public final class IdLine {

    private IdLine() {}

    /** The line where Logseq reads it: above the first line where that begins something that would swallow it; none anywhere else. */
    public static Optional<Edit> read(BlockAt block, BlockId id) {
        return Stream.of(added(block, id), above(block, id))
                .filter(line -> isRead(block, id, line))
                .findFirst();
    }

    private static Edit above(BlockAt block, BlockId id) {
        int start = block.outline().title(block.index()).start();
        String line = "id:: " + id + LineEnds.of(block.outline().text()) + Indent.of(block);
        return new Edit(new Span(start, start), line);
    }

    /** Whether the block has the id then, and all blocks are what they were. */
    private static boolean isRead(BlockAt block, BlockId id, Edit line) {
        Outline before = block.outline();
        Outline after = before.with(line);
        if (after.size() != before.size()) {
            return false;
        }
        Block changed = after.block(block.index());
        return changed.id().filter(id::equals).isPresent()
                && changed.kind() == block.block().kind()
                && changed.properties().size() == block.block().properties().size() + 1;
    }

    public static Edit added(BlockAt block, BlockId id) {
        Text text = block.outline().text();
        ImmutableList<Property> properties = block.block().properties();
        boolean isOrg = block.outline().syntax() == Syntax.ORG;
        String lineEnd = LineEnds.of(text);
        if (properties.isEmpty()) {
            int behind = block.outline().title(block.index()).end();
            String lines = isOrg
                    ? String.join(lineEnd, ":PROPERTIES:", ":id: " + id, ":END:")
                    : Indent.of(block) + "id:: " + id;
            return new Edit(new Span(behind, behind), lineEnd + lines);
        }
        Span last = properties.get(properties.size() - 1).keySpan();
        int behind = text.line(
                        text.lineOf(block.outline().inPage(block.index(), last).start()))
                .end();
        return new Edit(new Span(behind, behind), lineEnd + Indent.of(block) + (isOrg ? ":id: " : "id:: ") + id);
    }
}
