package io.github.logseqls.refactor;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Span;

/** What a block says, as it is put into another one. */
final class BlockText {

    private static final String HEADING = "^#+\\s+";

    private BlockText() {}

    /** The first line as written, without task marker, priority and the signs of a heading; empty where a property stands there. */
    static String line(BlockAt block) {
        Outline outline = block.outline();
        Span title = outline.title(block.index());
        boolean isProperty = block.block().properties().stream()
                .anyMatch(property ->
                        outline.inPage(block.index(), property.keySpan()).start() < title.end());
        if (isProperty) {
            return "";
        }
        int start = Math.min(title.end(), Math.max(title.start(), outline.titleStart(block.index())));
        return outline.text().slice(new Span(start, title.end())).strip().replaceFirst(HEADING, "");
    }

    /** Whether a property is what makes a block known by a name of its own, which no copy may have. */
    static boolean isOwn(Property property) {
        return property.key().name().equals("id");
    }
}
