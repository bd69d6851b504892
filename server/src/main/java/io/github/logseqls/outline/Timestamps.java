package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Locale;

/**
 * Reads dates in brackets, with a keyword before them or not, and ranges of two dates (format.md 5). The methods return the
 * offset behind what they read, or -1 where there is none.
 */
final class Timestamps {

    private final String text;
    private final List<Inline> found;

    Timestamps(String text, List<Inline> found) {
        this.text = text;
        this.found = found;
    }

    /**
     * Reads a date or a range of two.
     *
     * @param leads whether no more than one piece stands before it
     */
    int timestamp(Stretch stretch, int at, boolean leads) {
        int range = range(stretch, at, leads);
        if (range > 0) {
            return range;
        }
        int bracket = bracket(stretch, at);
        int behind = bracket < 0 ? -1 : dateEnd(stretch, bracket);
        if (behind > 0) {
            add(keyword(at, bracket), leads, new Span(at, behind), bracket);
        }
        return behind;
    }

    /** {@code [date]--[date]}, with some word and a colon before it or not; keywords before its dates mean nothing. */
    private int range(Stretch stretch, int at, boolean leads) {
        int colon = lettersEnd(stretch, at);
        int from = colon > at && stretch.has(colon, ':') ? stretch.skipSpaces(colon + 1) : at;
        int first = bracket(stretch, from);
        int firstEnd = first < 0 ? -1 : dateEnd(stretch, first);
        int second = firstEnd > 0 && stretch.follows(firstEnd, "--") ? bracket(stretch, firstEnd + 2) : -1;
        int end = second < 0 ? -1 : dateEnd(stretch, second);
        if (end > 0) {
            add("", leads, new Span(at, firstEnd), first);
            add("", leads, new Span(stretch.skipSpaces(firstEnd + 2), end), second);
        }
        return end;
    }

    private void add(String keyword, boolean leads, Span span, int bracket) {
        found.add(new Timestamp(keyword, leads, span, text.substring(bracket + 1, span.end() - 1)));
    }

    private String keyword(int at, int bracket) {
        int letters = at;
        while (letters < bracket && Chars.isLetter(text.charAt(letters))) {
            letters++;
        }
        return text.substring(at, letters).toUpperCase(Locale.ROOT);
    }

    /** The opening bracket of the date at {@code at}, which may have one of four keywords before it, or -1. */
    private int bracket(Stretch stretch, int at) {
        int first = stretch.skipSpaces(at);
        if (stretch.has(first, '<') || stretch.has(first, '[')) {
            return first;
        }
        int colon = keywordEnd(first);
        int bracket = colon > 0 && stretch.has(colon, ':') ? stretch.skipSpaces(colon + 1) : -1;
        boolean opens = bracket > colon + 1 && (stretch.has(bracket, '<') || stretch.has(bracket, '['));
        return opens ? bracket : -1;
    }

    private int keywordEnd(int at) {
        for (String keyword : new String[] {"SCHEDULED", "DEADLINE"}) {
            if (Chars.startsWithIgnoreCase(text, at, keyword)) {
                return at + keyword.length();
            }
        }
        // Of these two Logseq takes three letters in upper case only.
        boolean closed = Chars.startsWithIgnoreCase(text, at, "CLOSED") && text.startsWith("LOS", at + 1);
        boolean clock = Chars.startsWithIgnoreCase(text, at, "CLOCK") && text.startsWith("LOC", at + 1);
        return closed ? at + "CLOSED".length() : clock ? at + "CLOCK".length() : -1;
    }

    /** Behind a date whose bracket opens at {@code open}: numbers, a word, and up to two further words. */
    private int dateEnd(Stretch stretch, int open) {
        if (!startsWithDate(stretch, open + 1)) {
            return -1;
        }
        char close = text.charAt(open) == '<' ? '>' : ']';
        Until word = close == '>' ? Until.ANGLE_OR_SPACE : Until.SQUARE_OR_SPACE;
        int space = stretch.until(word, open + 1);
        int weekday = space + 1;
        int at = space < stretch.end() && text.charAt(space) != close ? lettersEnd(stretch, weekday) : weekday;
        if (at == weekday) {
            return -1;
        }
        for (int further = 0; further < 2; further++) {
            boolean spaced = at < stretch.end() && Chars.isSpace(text.charAt(at));
            int end = spaced ? stretch.until(word, at + 1) : at;
            at = end > at + 1 ? end : at;
        }
        return stretch.has(at, close) ? at + 1 : -1;
    }

    /** Whether numbers for year, month and day begin at {@code at}; each may have a sign. */
    private boolean startsWithDate(Stretch stretch, int at) {
        int month = behindNumber(stretch, at);
        int day = month > 0 && stretch.has(month, '-') ? behindNumber(stretch, month + 1) : -1;
        return day > 0 && stretch.has(day, '-') && behindNumber(stretch, day + 1) > 0;
    }

    private int behindNumber(Stretch stretch, int at) {
        int digits = stretch.has(at, '-') || stretch.has(at, '+') ? at + 1 : at;
        int end = digits;
        while (end < stretch.end() && (Chars.isDigit(text.charAt(end)) || end > digits && text.charAt(end) == '_')) {
            end++;
        }
        return end > digits ? end : -1;
    }

    private int lettersEnd(Stretch stretch, int from) {
        int at = from;
        while (at < stretch.end() && Chars.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
