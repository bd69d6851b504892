package io.github.logseqls.outlining;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;

/**
 * What an outline makes of a line end that was just typed, and of the blanks that the editor put behind it: the next bullet, most
 * often. All edits lie before the caret or behind it, so that the caret is where it should be when they are made, whatever was
 * typed there meanwhile.
 */
public final class TypedLine {

    private TypedLine() {}

    /**
     * The edits; none where the line is to stay as it was typed.
     *
     * @param page after the line end was typed
     * @param caret where the caret is then, in UTF-16 offsets: there is nothing but blanks before it in its line
     */
    public static ImmutableList<Edit> edits(Page page, int caret) {
        Outline typed = page.outline();
        Text text = typed.text();
        int line = text.lineOf(caret);
        int start = text.lineStart(line);
        if (line == 0 || !text.slice(new Span(start, caret)).isBlank()) {
            return ImmutableList.of();
        }
        int before = text.line(line - 1).end();
        Outline outline = typed.with(new Edit(new Span(before, caret), ""));
        if (outline.size() == 0) {
            return ImmutableList.of();
        }
        int index = outline.blockAt(before).orElseThrow();
        if (outline.block(index).kind() == Block.Kind.PREAMBLE || !hasLinesOfItsOwn(outline, index)) {
            return ImmutableList.of();
        }
        String lineEnd = text.slice(new Span(before, start));
        return new NextLine(new Page(page.path(), outline, page.config()), index, before, lineEnd)
                .written()
                .map(written -> new Made(written, written.around(text, before, caret)))
                .filter(made -> made.written().isRight(outline, index, edited(typed, made.edits())))
                .map(Made::edits)
                .orElse(ImmutableList.of());
    }

    /** Behind some constructs a block begins within a line. */
    private static boolean hasLinesOfItsOwn(Outline outline, int index) {
        Text text = outline.text();
        int end = outline.start(index + 1);
        return text.lineStart(text.lineOf(outline.start(index))) == outline.start(index)
                && (index + 1 == outline.size() || text.lineStart(text.lineOf(end)) == end);
    }

    private record Made(WrittenLine written, ImmutableList<Edit> edits) {}

    private static Outline edited(Outline typed, ImmutableList<Edit> edits) {
        Outline edited = typed;
        for (Edit edit : edits.reverse()) {
            edited = edited.with(edit);
        }
        return edited;
    }
}
