package io.github.logseqls.outline;

/**
 * Tells whether some text still occurs in a line, looking at each character about once however often it is asked from left
 * to right: a line full of openers that nothing closes is read in linear time.
 */
final class Ahead {

    private final String text;
    private final String needle;
    /** A stretch whose end is the needle's only occurrence in it. */
    private int foundFrom = 0;

    private int found = -1;
    /** A stretch up to the end of a line in which the needle does not occur. */
    private int absentFrom = 0;

    private int absentTo = -1;

    Ahead(String text, String needle) {
        this.text = text;
        this.needle = needle;
    }

    /** Whether the needle begins at or behind {@code from}, before the end of its line. */
    boolean occursInLine(int from) {
        if (foundFrom <= from && from <= found) {
            return true;
        }
        if (absentFrom <= from && from < absentTo) {
            return false;
        }
        int at = from;
        while (at < text.length() && !Chars.isLineEnd(text.charAt(at))) {
            if (text.startsWith(needle, at)) {
                foundFrom = from;
                found = at;
                return true;
            }
            at++;
        }
        absentFrom = from;
        absentTo = at;
        return false;
    }
}
