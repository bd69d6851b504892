package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.HashMap;
import java.util.Map;

/** Finds where emphasis that opens at some place closes: bold, italic, struck through and highlighted text. */
final class EmphasisMarks {

    /** What may stand on the outer side of a mark that words may hold; white space may too. */
    private static final String OUTSIDE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final Syntax syntax;
    private final String text;
    private final boolean hasCode;
    private int width;
    /** For a mark, the stretch from the first opener that nothing closed up to the end it was looked for. */
    private final Map<String, Span> unclosed = new HashMap<>();

    EmphasisMarks(Syntax syntax, String text) {
        this.syntax = syntax;
        this.text = text;
        this.hasCode = text.indexOf('`') >= 0;
    }

    /**
     * Behind the closer of the emphasis that opens at {@code at}, or -1.
     *
     * @param end where the paragraph ends
     * @param before the last character of the plain text before {@code at}
     */
    int close(int at, int end, char before) {
        char c = text.charAt(at);
        if (syntax.isWordMark(c) && !isOutside(before)) {
            return -1;
        }
        for (width = syntax.longestMark(c); width >= syntax.shortestMark(c); width--) {
            int close = remembered(at, end);
            boolean ends = close > 0 && (!syntax.isWordMark(c) || close == end || isOutside(text.charAt(close)));
            if (ends) {
                return close;
            }
        }
        return -1;
    }

    /** The number of characters of the opener that {@link #close} found a closer for. */
    int width() {
        return width;
    }

    /**
     * As {@link #close(int, int)}, which is not asked again where it found nothing before. With code in the text the answer
     * depends on where one starts, so there it is.
     */
    private int remembered(int at, int end) {
        String mark = text.charAt(at) + "" + width;
        Span known = unclosed.get(mark);
        if (known != null && known.contains(at) && known.end() == end) {
            return -1;
        }
        int close = close(at, end);
        if (close < 0 && !hasCode && isDelimiter(at, end, text.charAt(at))) {
            unclosed.put(mark, new Span(at, end));
        }
        return close;
    }

    private int close(int at, int end) {
        char c = text.charAt(at);
        int start = at + width;
        if (!isDelimiter(at, end, c) || start >= end || isWhiteSpace(text.charAt(start))) {
            return -1;
        }
        int i = start;
        boolean afterSpace = false;
        while (i < end) {
            char here = text.charAt(i);
            if (isDelimiter(i, end, c)) {
                boolean followed = i + width < end;
                boolean inWord = c == '_' && followed && !isOutside(text.charAt(i + width));
                if (!followed || !(afterSpace || inWord)) {
                    return i == start ? -1 : i + width;
                }
                i += width;
                afterSpace = false;
                continue;
            }
            int code = here == '`' && syntax == Syntax.MARKDOWN ? codeEnd(i, end) : -1;
            if (code > 0) {
                i = code;
            } else if (here == '\\' && i + 1 < end) {
                i += 2;
            } else {
                i++;
            }
            afterSpace = isWhiteSpace(here);
        }
        return -1;
    }

    private boolean isDelimiter(int at, int end, char c) {
        if (at + width > end) {
            return false;
        }
        for (int i = at; i < at + width; i++) {
            if (text.charAt(i) != c) {
                return false;
            }
        }
        return true;
    }

    private int codeEnd(int at, int end) {
        for (int i = at + 1; i < end && !Chars.isLineEnd(text.charAt(i)); i++) {
            if (text.charAt(i) == '`') {
                return i == at + 1 ? -1 : i + 1;
            }
        }
        return -1;
    }

    private static boolean isOutside(char c) {
        return isWhiteSpace(c) || OUTSIDE.indexOf(c) >= 0;
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
