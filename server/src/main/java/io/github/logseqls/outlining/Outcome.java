package io.github.logseqls.outlining;

import io.github.logseqls.change.Change;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;

/** What comes of an edit of an outline. */
public sealed interface Outcome {

    /**
     * A reason for the user why nothing is changed: what it is, and what to do.
     *
     * @param why in whole sentences
     */
    record Refused(String why) implements Outcome {}

    /**
     * The blocks are where they are wanted, and all others are what they were.
     *
     * @param change what makes it so
     * @param path the page in which the blocks are then
     * @param after that page after the change
     * @param first the first of the blocks there
     */
    record Done(Change change, PagePath path, Outline after, int first) implements Outcome {

        /** Where something selected is then; as far from the end of its line as before, since lines only change at their start. */
        public Span selected(Subtrees blocks, Span selection) {
            int start = moved(blocks, selection.start());
            return new Span(start, Math.max(start, moved(blocks, selection.end())));
        }

        private int moved(Subtrees blocks, int offset) {
            Text text = blocks.outline().text();
            Span lines = blocks.lines();
            int at = Math.max(lines.start(), Math.min(offset, lines.end()));
            int line = text.lineOf(at);
            int fromEnd = text.line(line).end() - at;
            int firstLine = after.text().lineOf(after.start(first));
            Span moved = after.text().line(firstLine + line - text.lineOf(lines.start()));
            return Math.max(moved.start(), moved.end() - fromEnd);
        }
    }
}
