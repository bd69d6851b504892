package io.github.logseqls.outline;

/**
 * Skips words and the spaces between them, which most text is, without asking for each of them what it might begin. Where a
 * colon follows a word something might, so there it stops before the word.
 */
final class Words {

    private static final Words MARKDOWN = new Words(Syntax.MARKDOWN, "({!@<");
    private static final Words ORG = new Words(Syntax.ORG, "({!@<=~");

    /** By character: whether at the start of a token it is plain text, whatever follows. */
    private final boolean[] starts = new boolean[128];
    /** By character: whether a run of plain text must be looked at there. */
    private final boolean[] stops = new boolean[128];

    private Words(Syntax syntax, String openers) {
        for (char c = 0; c < 128; c++) {
            starts[c] = !syntax.isDelimiter(c) && openers.indexOf(c) < 0;
            stops[c] = syntax.isDelimiter(c) || c == ':';
        }
    }

    static Words of(Syntax syntax) {
        return syntax == Syntax.MARKDOWN ? MARKDOWN : ORG;
    }

    /** Behind the words at {@code from}, where a token may begin; {@code from} itself where there are none. */
    int skip(char[] text, int from, int end) {
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
