package io.github.logseqls.outline;

import io.github.logseqls.text.Text;

/** The character classes of Logseq's parser, and small steps along a text by them. */
final class Chars {

    /** The white space of one line, see {@link #isSpace}. */
    static final String SPACES = " \t\f\u001a";

    private Chars() {}

    /** Space, tab, form feed and SUB; a no-break or ideographic space is none (format.md 1.1). */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u001a';
    }

    /** White space that is trimmed off lines and values: all but SUB. */
    static boolean isTrimmed(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    /** White space and line ends, but for SUB. */
    static boolean isTrimmedOrLineEnd(char c) {
        return isTrimmed(c) || isLineEnd(c);
    }

    static boolean isLineEnd(char c) {
        return Text.isLineEnd(c);
    }

    static boolean isSpaceOrLineEnd(char c) {
        return isSpace(c) || isLineEnd(c);
    }

    /** Whether a bullet or a run of {@code #} may end here: at white space or at the end of the text. */
    static boolean isTerminator(String text, int at) {
        return at >= text.length() || isSpaceOrLineEnd(text.charAt(at)) && text.charAt(at) != '\u001a';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    /** Whether {@code c} is ASCII punctuation, which a backslash makes mere text. */
    static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7f && !isLetterOrDigit(c);
    }

    static int skipSpaces(String text, int at) {
        int to = at;
        while (to < text.length() && isSpace(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** {@code at} moved back over white space. */
    static int skipSpacesBack(String text, int at) {
        int to = at;
        while (to > 0 && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return to;
    }

    static int skipTrimmed(String text, int at) {
        int to = at;
        while (to < text.length() && isTrimmed(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** {@code to} moved back over what is trimmed off a line, not before {@code from}. */
    static int trimmedEnd(String text, int from, int to) {
        int end = to;
        while (end > from && isTrimmed(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The number of spaces and tabs that a line begins with; 0 where there is nothing else in it. */
    static int indent(String text, int line) {
        int first = line;
        while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
            first++;
        }
        return first == text.length() || isLineEnd(text.charAt(first)) ? 0 : first - line;
    }

    static int skip(String text, int at, char c) {
        int to = at;
        while (to < text.length() && text.charAt(to) == c) {
            to++;
        }
        return to;
    }

    /** The end of the line that holds {@code at}, before its line end. */
    static int lineEnd(String text, int at) {
        int to = at;
        while (to < text.length() && !isLineEnd(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** As {@link #lineEnd(String, int)} in a text without carriage returns: the library's loop is several times faster. */
    static int lineEndBeforeNewline(String text, int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline;
    }

    /** As {@link #lineEnd(String, int)}, but {@code end} where the line goes on there. */
    static int lineEnd(String text, int at, int end) {
        int to = at;
        while (to < end && !isLineEnd(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** Behind the one line end at {@code at}; {@code at} itself where there is none. */
    static int skipLineEnd(String text, int at) {
        if (at >= text.length() || !isLineEnd(text.charAt(at))) {
            return at;
        }
        boolean crlf = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return crlf ? at + 2 : at + 1;
    }

    /**
     * Behind the LF or CRLF at {@code at}; {@code at} itself where there is none. A lone CR ends a line too, but stands in the
     * way of whatever takes line after line (format.md 1.5).
     */
    static int skipNewline(String text, int at) {
        int feed = at < text.length() && text.charAt(at) == '\r' ? at + 1 : at;
        return feed < text.length() && text.charAt(feed) == '\n' ? feed + 1 : at;
    }

    /** Behind all line ends at {@code at}. */
    static int skipLineEnds(String text, int at) {
        int to = at;
        while (to < text.length() && isLineEnd(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** Whether {@code at} is the end of the text or of a line that is no lone CR's. */
    static boolean isEndOrNewline(String text, int at) {
        return at >= text.length() || skipNewline(text, at) > at;
    }

    /** Whether what stands between {@code from} and {@code to} takes that many bytes at least, where Logseq counts those. */
    static boolean hasBytes(String text, int from, int to, int bytes) {
        int left = bytes;
        for (int at = from; at < to && left > 0; at++) {
            char c = text.charAt(at);
            left -= c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return left <= 0;
    }

    /** {@code to} moved back over white space and line ends, not before {@code from}. */
    static int trimEnd(String text, int from, int to) {
        int end = to;
        while (end > from && isSpaceOrLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** As {@link #trimEnd(String, int, int)}, in a whole page. */
    static int trimEnd(Text text, int from, int to) {
        int end = to;
        while (end > from && isSpaceOrLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Whether there is white space between {@code from} and {@code to}. */
    static boolean hasSpace(String text, int from, int to) {
        int at = from;
        while (at < to && !isSpace(text.charAt(at))) {
            at++;
        }
        return at < to;
    }

    /** Whether {@code needle} stands between {@code from} and {@code to}. */
    static boolean occurs(String text, String needle, int from, int to) {
        for (int at = from; at <= to - needle.length(); at++) {
            if (text.startsWith(needle, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code prefix} stands at {@code at}, with ASCII letters of either case. */
    static boolean startsWithIgnoreCase(String text, int at, String prefix) {
        if (at + prefix.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (lowerCase(text.charAt(at + i)) != lowerCase(prefix.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether what is at {@code at} is what is between {@code from} and {@code to}, with ASCII letters of either case. */
    static boolean repeatsIgnoreCase(String text, int at, int from, int to) {
        if (at + to - from > text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (lowerCase(text.charAt(at + i - from)) != lowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    /** The start of {@code needle} at or behind {@code from} in any case, or -1. */
    static int indexOfIgnoreCase(String text, String needle, int from) {
        for (int at = from; at <= text.length() - needle.length(); at++) {
            if (startsWithIgnoreCase(text, at, needle)) {
                return at;
            }
        }
        return -1;
    }
}
