package io.github.logseqls.outline;

/** A part of a text, at whose end every look ahead ends too; offsets are in the whole text. */
record Stretch(String text, Lookahead lookahead, int start, int end) {

    boolean follows(int at, String expected) {
        return at + expected.length() <= end && text.startsWith(expected, at);
    }

    /** The next {@code needle} that ends before the end of the line and of the stretch, or -1. */
    int indexInLine(String needle, int from) {
        int found = from < end ? lookahead.indexInLine(needle, from) : -1;
        return found >= 0 && found + needle.length() <= end ? found : -1;
    }

    Stretch part(int from, int to) {
        return new Stretch(text, lookahead, from, to);
    }
}
