package io.github.logseqls.outline;

/** Where plain text ends. */
final class PlainText {

    private static final PlainText MARKDOWN = new PlainText(Syntax.MARKDOWN);
    private static final PlainText ORG = new PlainText(Syntax.ORG);

    private final Syntax syntax;
    /** By character: whether at the start of a token it is plain text, whatever follows. */
    private final boolean[] starts = new boolean[128];
    /** By character: whether a run of plain text must be looked at there. */
    private final boolean[] stops = new boolean[128];

    private PlainText(Syntax syntax) {
        this.syntax = syntax;
        for (char c = 0; c < 128; c++) {
            starts[c] = !syntax.mayBeginToken(c);
            stops[c] = syntax.isDelimiter(c) || c == ':';
        }
    }

    static PlainText of(Syntax syntax) {
        return syntax == Syntax.MARKDOWN ? MARKDOWN : ORG;
    }

    /**
     * Behind the words at {@code from} and the spaces between them, which most text is, where a token may begin; {@code from}
     * itself where there are none. A word with a colon behind it may begin something, so there it stops before the word.
     */
    int skipWords(char[] text, int from, int end) {
        int at = from;
        while (at < end && (text[at] >= 128 || starts[text[at]])) {
            int start = at;
            at = runEnd(text, start, end);
            if (at < end && text[at] == ':') {
                if (isWord(text, start, at)) {
                    return start;
                }
                while (at < end && text[at] == ':') {
                    at = runEnd(text, at + 1, end);
                }
            }
            boolean oneSpace = at + 1 < end && text[at] == ' ' && !Chars.isSpaceOrLineEnd(text[at + 1]);
            if (!oneSpace) {
                return at;
            }
            at++;
        }
        return at;
    }

    /**
     * Behind one piece of the plain text at {@code at}: a run without delimiters, white space, or one character, escaped or not.
     *
     * @param from up to where it is known to be plain
     */
    int end(char[] text, int at, int from, int end) {
        char c = text[at];
        int to = from;
        if (!syntax.isDelimiter(c)) {
            while (to < end && !syntax.isDelimiter(text[to])) {
                to++;
            }
        } else if (Chars.isSpace(c)) {
            while (to < end && Chars.isSpace(text[to])) {
                to++;
            }
        } else if (c == '\\' && to < end && Chars.isPunctuation(text[to])) {
            to++;
        }
        return to;
    }

    private int runEnd(char[] text, int from, int end) {
        int at = from;
        while (at < end && (text[at] >= 128 || !stops[text[at]])) {
            at++;
        }
        return at;
    }

    private static boolean isWord(char[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Chars.isLetterOrDigit(text[at])) {
                return false;
            }
        }
        return from < to;
    }
}
