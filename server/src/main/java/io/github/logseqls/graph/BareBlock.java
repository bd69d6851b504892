package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Text;

/** A block that has an id, perhaps is folded, and says nothing besides (format.md 10.5). It may still have children. */
public final class BareBlock {

    private BareBlock() {}

    public static boolean isOne(Outline outline, int index) {
        Block block = outline.block(index);
        if (block.id().isEmpty()
                || block.kind() == Block.Kind.PREAMBLE
                || block.constructs().size() != 1
                || block.properties().size() > 2
                || !block.taskMarks().marker().isEmpty()) {
            return false;
        }
        Construct group = block.constructs().get(0);
        int start = outline.start(index);
        Text text = outline.text();
        return group.kind() == Construct.Kind.PROPERTIES
                && isBlank(
                        text, start + block.contentStart(), start + group.span().start())
                && isBlank(text, start + group.span().end(), start + block.length())
                && block.properties().stream()
                        .map(property -> property.key().name())
                        .allMatch(key -> key.equals("id") || key.equals("collapsed"));
    }

    private static boolean isBlank(Text text, int from, int end) {
        for (int at = from; at < end; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
