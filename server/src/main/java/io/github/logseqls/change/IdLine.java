package io.github.logseqls.change;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;

/** The line of an id, for a block that has none: behind its properties, else right below its first line (format.md 3.4). */
public final class IdLine {

    private IdLine() {}

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
