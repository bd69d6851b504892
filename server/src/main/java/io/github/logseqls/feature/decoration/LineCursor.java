package io.github.logseqls.feature.decoration;

import io.github.logseqls.text.Text;

/** The line of a text that is read, for those who go through the text from front to back: they rarely have to look for it. */
final class LineCursor {

    private final Text text;
    private int line;
    private int start;
    private int nextStart;

    LineCursor(Text text) {
        this.text = text;
        moveTo(0);
    }

    /** Goes to the line that holds {@code offset}, which is a UTF-16 offset in the text. */
    void goTo(int offset) {
        if (offset < start || offset >= nextStart) {
            moveTo(text.lineOf(offset));
        }
    }

    int line() {
        return line;
    }

    /** The offset at which the line starts. */
    int start() {
        return start;
    }

    /** The offset behind the line and its end. */
    int nextStart() {
        return nextStart;
    }

    private void moveTo(int to) {
        line = to;
        start = text.lineStart(to);
        nextStart = to + 1 < text.lineCount() ? text.lineStart(to + 1) : text.length() + 1;
    }
}
