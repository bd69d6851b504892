package io.github.logseqls.outline;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the next occurrence of a text in a line, looking at each character about once however often it is asked from left to
 * right: a line full of openers that nothing closes is read in linear time.
 */
final class Lookahead {

    private final String text;
    private final Map<String, Ahead> asked = new HashMap<>();

    Lookahead(String text) {
        this.text = text;
    }

    /** The first occurrence at or behind {@code from} before the end of the line, or -1. */
    int indexInLine(String needle, int from) {
        return asked.computeIfAbsent(needle, Ahead::new).indexInLine(from);
    }

    private final class Ahead {

        private final String needle;
        /** A stretch whose end is the needle's only occurrence in it. */
        private int foundFrom = 0;

        private int found = -1;
        /** A stretch up to the end of a line in which the needle does not occur. */
        private int absentFrom = 0;

        private int absentTo = -1;

        Ahead(String needle) {
            this.needle = needle;
        }

        int indexInLine(int from) {
            if (foundFrom <= from && from <= found) {
                return found;
            }
            if (absentFrom <= from && from < absentTo) {
                return -1;
            }
            int at = from;
            while (at < text.length() && !Chars.isLineEnd(text.charAt(at))) {
                if (text.startsWith(needle, at)) {
                    foundFrom = from;
                    found = at;
                    return at;
                }
                at++;
            }
            absentFrom = from;
            absentTo = at;
            return -1;
        }
    }
}
