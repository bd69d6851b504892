package io.github.logseqls.outline;

/** A part of a text, at whose end every look ahead ends too; offsets are in the whole text. */
record Stretch(String text, int start, int end) {

    char at(int offset) {
        return text.charAt(offset);
    }

    boolean follows(int at, String expected) {
        return at + expected.length() <= end && text.startsWith(expected, at);
    }

    /** The next {@code c} before the end of the line and of the stretch, or -1. */
    int indexInLine(char c, int from) {
        for (int i = from; i < end && !Chars.isLineEnd(text.charAt(i)); i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }
}
