package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;

/** Finds the block references of one block, where Logseq finds them: in running text and in property values. */
final class References {

    private References() {}

    static ImmutableList<BlockRef> in(Block block, String text) {
        if (!text.contains("((") && !text.contains("[[")) {
            return ImmutableList.of();
        }
        MarkdownInlines inlines = new MarkdownInlines(text);
        for (Span prose : Prose.of(block, text)) {
            inlines.read(prose);
        }
        for (Property property : block.properties()) {
            if (property.isKept() && !property.isQuoted()) {
                inlines.read(property.valueSpan());
            }
        }
        return inlines.blockRefs();
    }
}
