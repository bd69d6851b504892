package io.github.logseqls.outline;

import io.github.logseqls.text.Text;

/** The character classes of Logseq's parser, and small steps along a text by them. */
final class Chars {

    private Chars() {}

    /** Space, tab, form feed and SUB; a no-break or ideographic space is none (format.md 1.1). */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u001a';
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

    /** Behind the one line end at {@code at}; {@code at} itself where there is none. */
    static int skipLineEnd(String text, int at) {
        if (at >= text.length() || !isLineEnd(text.charAt(at))) {
            return at;
        }
        boolean crlf = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return crlf ? at + 2 : at + 1;
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

    /** Whether {@code needle} stands between {@code from} and {@code to}. */
    static boolean occurs(String text, String needle, int from, int to) {
        for (int at = from; at <= to - needle.length(); at++) {
            if (text.startsWith(needle, at)) {
                return true;
            }
        }
        return false;
    }

    static boolean startsWithIgnoreCase(String text, int at, String prefix) {
        return text.regionMatches(true, at, prefix, 0, prefix.length());
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
