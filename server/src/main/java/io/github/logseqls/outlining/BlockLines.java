package io.github.logseqls.outlining;

import io.github.logseqls.change.LineEnds;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;

/**
 * The lines of blocks as something that is taken out, put in and exchanged. The line ends and blank lines between blocks belong to
 * their place, not to the blocks: so the end of a page stays as it is, whichever block is the last one.
 */
final class BlockLines {

    private BlockLines() {}

    /** The lines of some blocks, from the start of the first to the end of the last one that is not blank. */
    static Span of(Outline outline, int from, int to) {
        Text text = outline.text();
        int start = outline.start(from);
        int line = text.lineOf(outline.start(to));
        int first = text.lineOf(start);
        if (line > first && outline.start(to) == text.lineStart(line) && to < outline.size()) {
            line--;
        }
        while (line > first && text.isBlankLine(line)) {
            line--;
        }
        // Behind some constructs a block begins within a line.
        return new Span(start, Math.min(text.line(line).end(), outline.start(to)));
    }

    /** Takes the lines of some blocks out, with what parts them from others on that side where it is less. */
    static Edit without(Outline outline, int from, int to) {
        Text text = outline.text();
        Span lines = of(outline, from, to);
        if (from == 0) {
            return new Edit(new Span(0, outline.start(to)), "");
        }
        int endBefore = of(outline, from - 1, from).end();
        boolean isLast = to == outline.size();
        boolean takesBefore =
                isLast || lineEnds(text, endBefore, lines.start()) <= lineEnds(text, lines.end(), outline.start(to));
        return takesBefore
                ? new Edit(new Span(endBefore, lines.end()), "")
                : new Edit(new Span(lines.start(), outline.start(to)), "");
    }

    private static int lineEnds(Text text, int from, int to) {
        return text.lineOf(to) - text.lineOf(from);
    }

    /** Puts lines before a block; behind the last one where {@code at} is the number of blocks. */
    static Edit with(Outline outline, int at, String lines) {
        Text text = outline.text();
        String lineEnd = LineEnds.of(text);
        if (at == 0) {
            int start = outline.size() == 0 ? text.length() : outline.start(0);
            return new Edit(new Span(start, start), lines + (text.isBlank() && start == 0 ? "" : lineEnd));
        }
        Span before = of(outline, at - 1, at);
        boolean isPreamble = outline.block(at - 1).kind() == Block.Kind.PREAMBLE;
        if (isPreamble && at < outline.size()) {
            int start = outline.start(at);
            return new Edit(new Span(start, start), lines + lineEnd);
        }
        // Logseq parts the properties of a page from its blocks by an empty line.
        String parting = isPreamble ? lineEnd + lineEnd : lineEnd;
        return new Edit(new Span(before.end(), before.end()), parting + lines);
    }
}
