package io.github.logseqls.fix;

import com.google.common.base.Ascii;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;

/** The line in which a property of a block stands. */
final class PropertyLine {

    private final Text text;
    private final Span block;
    private final int content;
    private final Span property;

    private PropertyLine(BlockAt at, Span property) {
        Outline outline = at.outline();
        this.text = outline.text();
        this.block = outline.span(at.index());
        this.content = block.start() + at.block().contentStart();
        this.property = property;
    }

    /**
     * Whether the line can go without harm: a directive right below properties is one of their lines, and without them it speaks
     * for the page (format.md 2.3).
     */
    static boolean mayGo(BlockAt block, Property property) {
        Text text = block.outline().text();
        int below = text.lineOf(
                        block.outline().inPage(block.index(), property.span()).end())
                + 1;
        return below >= text.lineCount()
                || !text.slice(text.trimmed(text.line(below))).startsWith("#+");
    }

    /** Takes the line away, with the drawer around it where that holds nothing else. */
    static Edit removed(BlockAt block, Property property) {
        return removed(block, block.outline().inPage(block.index(), property.span()));
    }

    /** The same for lines of other kinds, or several: those that a part of the page stands on. */
    static Edit removed(BlockAt block, Span lines) {
        return new Edit(new PropertyLine(block, lines).removed(), "");
    }

    private Span removed() {
        int first = text.lineOf(property.start());
        int last = text.lineOf(property.end());
        if (isLine(first - 1, ":properties:") && isLine(last + 1, ":end:")) {
            first--;
            last++;
        }
        int start = text.lineStart(first);
        int end = last + 1 < text.lineCount() ? text.lineStart(last + 1) : text.length();
        if (start < content) {
            return onFirstLine(end);
        }
        boolean isAtEnd = last + 1 == text.lineCount();
        return isAtEnd && first > 0 ? new Span(text.line(first - 1).end(), end) : new Span(start, end);
    }

    /** Behind the bullet: what stands on the next line comes there. */
    private Span onFirstLine(int nextLine) {
        if (!text.slice(new Span(content, property.start())).isBlank()) {
            return property;
        }
        int end = Math.min(nextLine, block.end());
        if (end == block.end()) {
            return new Span(
                    property.start(),
                    text.trimmed(new Span(property.start(), end)).end());
        }
        while (end < block.end() && isBlank(text.charAt(end))) {
            end++;
        }
        return new Span(property.start(), end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private boolean isLine(int line, String words) {
        return line >= 0
                && line < text.lineCount()
                && Ascii.toLowerCase(text.slice(text.trimmed(text.line(line)))).equals(words);
    }
}
