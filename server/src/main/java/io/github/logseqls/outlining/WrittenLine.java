package io.github.logseqls.outlining;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.OptionalInt;

/**
 * A part of a page as it is with a line more.
 *
 * @param part the part, in the page without that line
 * @param after what stands there then
 * @param caret where the caret is in that
 * @param fresh which of the blocks is new then; empty where none is
 */
record WrittenLine(Span part, String after, int caret, OptionalInt fresh) {

    /**
     * The edits that make it of the text in which the line end was typed, before the caret and behind it.
     *
     * @param at where the line end was typed, in the page without it
     * @param typedCaret where the caret is in the typed text
     */
    ImmutableList<Edit> around(Text typed, int at, int typedCaret) {
        ImmutableList.Builder<Edit> edits = ImmutableList.builder();
        add(typed, new Span(part.start(), typedCaret), after.substring(0, caret), edits);
        add(typed, new Span(typedCaret, part.end() + typedCaret - at), after.substring(caret), edits);
        return edits.build();
    }

    private static void add(Text typed, Span span, String wanted, ImmutableList.Builder<Edit> edits) {
        Edit edit = Edit.between(Text.of(typed.slice(span)), wanted);
        if (!edit.span().isEmpty() || !edit.replacement().isEmpty()) {
            edits.add(new Edit(edit.span().shift(span.start()), edit.replacement()));
        }
    }

    /** Whether all blocks are what they were, but for the one in which the line was written, and the new one. */
    boolean isRight(Outline before, int index, Outline outline) {
        if (outline.size() != before.size() + (fresh.isPresent() ? 1 : 0)) {
            return false;
        }
        for (int block = 0; block < before.size(); block++) {
            int there = fresh.isPresent() && block >= fresh.getAsInt() ? block + 1 : block;
            boolean isAlike = before.block(block).kind() == outline.block(there).kind()
                    && before.block(block).id().equals(outline.block(there).id())
                    && (block == index || before.level(block) == outline.level(there))
                    && (block == index
                            || before.block(block).constructs().size()
                                    == outline.block(there).constructs().size());
            if (!isAlike) {
                return false;
            }
        }
        return true;
    }
}
