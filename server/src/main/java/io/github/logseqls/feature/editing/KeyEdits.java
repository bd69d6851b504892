package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outlining.Outcome;
import io.github.logseqls.outlining.Subtrees;
import io.github.logseqls.outlining.TypedLine;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.TextEdit;

/**
 * What a key that edits the outline makes of a page, for an editor that makes the edits itself: nobody has to wait for them with
 * typing. What was typed on behind the caret since the key was pressed counts as not there, for the bullets of its lines may still
 * be on their way.
 *
 * @param before edits before the caret, where an insertion moves the caret along
 * @param behind edits behind what was typed on
 * @param refusal why the key does nothing, for the user
 */
public record KeyEdits(ImmutableList<TextEdit> before, ImmutableList<TextEdit> behind, Optional<String> refusal) {

    public static final KeyEdits NONE = new KeyEdits(ImmutableList.of(), ImmutableList.of(), Optional.empty());

    /**
     * What comes of a line end that the editor has put in.
     *
     * @param typedOn what was typed on, in UTF-16 offsets: from where the caret was behind the line end
     */
    public static KeyEdits ofLineEnd(Page page, Span typedOn, Encoding encoding) {
        int caret = typedOn.start();
        return around(typedOn, page, TypedLine.edits(without(typedOn, page), caret), caret, encoding);
    }

    /**
     * What comes of moving blocks by one step.
     *
     * @param selection what touches the blocks, in UTF-16 offsets
     * @param typedOn what was typed on, likewise: from the end of the selection
     */
    public static KeyEdits ofStep(BlockEdits.Step step, Page page, Span selection, Span typedOn, Encoding encoding) {
        Optional<Outcome> outcome =
                Subtrees.touched(without(typedOn, page), selection).flatMap(step::of);
        if (outcome.isEmpty()) {
            return NONE;
        }
        if (outcome.get() instanceof Outcome.Refused refused) {
            return new KeyEdits(ImmutableList.of(), ImmutableList.of(), Optional.of(refused.why()));
        }
        List<Edit> edits = ((Outcome.Done) outcome.get())
                .change().pages().stream()
                        .flatMap(changed -> changed.edits().stream())
                        .toList();
        // What is put in at the end of a block comes behind what is typed there.
        Text text = page.outline().text();
        int caret = typedOn.start();
        boolean isAtLineStart = text.lineStart(text.lineOf(caret)) == caret;
        return around(typedOn, page, edits, isAtLineStart ? caret : caret - 1, encoding);
    }

    private static Page without(Span typedOn, Page page) {
        return typedOn.isEmpty()
                ? page
                : new Page(page.path(), page.outline().with(new Edit(typedOn, "")), page.config());
    }

    /**
     * Edits of the page without what was typed on, as they are in the page with it; none where one takes that away.
     *
     * @param lastBefore where the last insertions are that count as before the caret
     */
    private static KeyEdits around(Span typedOn, Page page, List<Edit> edits, int lastBefore, Encoding encoding) {
        Text text = page.outline().text();
        ImmutableList.Builder<TextEdit> before = ImmutableList.builder();
        ImmutableList.Builder<TextEdit> behind = ImmutableList.builder();
        for (Edit edit : edits) {
            Span span = edit.span();
            if (span.end() < typedOn.start()
                    || span.end() == typedOn.start() && (!span.isEmpty() || span.start() <= lastBefore)) {
                before.add(new TextEdit(Ranges.of(text, span, encoding), edit.replacement()));
            } else if (span.start() >= typedOn.start()) {
                behind.add(new TextEdit(Ranges.of(text, span.shift(typedOn.length()), encoding), edit.replacement()));
            } else {
                return NONE;
            }
        }
        return new KeyEdits(before.build(), behind.build(), Optional.empty());
    }
}
