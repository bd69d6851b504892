package io.github.logseqls.change;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;

/** What stands before each line of a block below its first one. */
public final class Indent {

    private Indent() {}

    public static String of(BlockAt block) {
        boolean isBullet =
                block.block().kind() == Block.Kind.BULLET && block.outline().syntax() == Syntax.MARKDOWN;
        if (!isBullet) {
            return "";
        }
        int start = block.outline().start(block.index());
        String bullet = block.outline()
                .text()
                .slice(new Span(start, start + block.block().contentStart()));
        return bullet.substring(0, bullet.indexOf('-')) + "  ";
    }
}
