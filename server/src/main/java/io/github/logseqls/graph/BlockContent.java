package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * The text that Logseq keeps of a block: without the bullet and without the indentation that the bullet asks for, its lines
 * parted by LF (format.md 1.3). An Org block keeps all but its stars, a preamble all but a byte order mark.
 */
public final class BlockContent {

    private BlockContent() {}

    /** Of a block of a page. */
    public static String of(Outline outline, int index) {
        String text = outline.text().slice(outline.span(index));
        return of(
                new BlockSource(outline.syntax(), outline.block(index), text, ImmutableList.of(), ImmutableList.of()));
    }

    static String of(BlockSource source) {
        String text = source.text();
        if (source.isPreamble()) {
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
        if (source.syntax() == Syntax.ORG) {
            return withoutMark(text, '*');
        }
        // A heading without a bullet counts as one at the top, however far it is indented.
        Block block = source.block();
        int width = block.kind() == Block.Kind.HEADING ? 1 : block.width();
        return DrawerLines.asPropertyLines(unindented(withoutMark(text, '-'), width + 1));
    }

    /** The lines of a text without the empty ones at its end. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            boolean crlf = end > start && text.charAt(end - 1) == '\r';
            lines.add(text.substring(start, crlf ? end - 1 : end));
            start = end + 1;
        }
        lines.add(text.substring(start));
        while (lines.size() > 1 && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static String withoutMark(String text, char mark) {
        String content = Whitespace.ANY.trimLeadingFrom(text);
        int at = 0;
        while (at < content.length() && content.charAt(at) == mark) {
            at++;
        }
        boolean spaced = at > 0 && at < content.length() && Whitespace.ANY.matches(content.charAt(at));
        return content.substring(spaced ? at + 1 : at);
    }

    /** All lines but the first without {@code width} blanks; a line with less loses what blanks it has. */
    private static String unindented(String text, int width) {
        List<String> lines = lines(text);
        for (int at = 1; at < lines.size(); at++) {
            String line = lines.get(at);
            int cut = Math.min(width, line.length());
            boolean deep = Whitespace.isBlank(line.substring(0, cut));
            lines.set(at, deep ? line.substring(cut) : Whitespace.ANY.trimLeadingFrom(line));
        }
        return String.join("\n", lines);
    }
}
