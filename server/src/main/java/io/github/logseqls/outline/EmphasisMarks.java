package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where emphasis closes: bold, italic, struck through and highlighted text. Its text is read unit by unit as Logseq's
 * parser does: a run without marks, code, one character of white space, a mark that is mere text.
 */
final class EmphasisMarks {

    /** What may stand on the outer side of a mark that words may hold; white space may too. */
    private static final CharSet OUTSIDE = CharSet.of("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\f");

    private static final String MARKS = "*_~^=/+";
    private static final int LONGEST = 3;
    private static final BitSet[] NONE_MET = {};

    private final Syntax syntax;
    private Stretch stretch;
    private int width;
    private final List<Span> codes = new ArrayList<>();
    /** For each mark where units begin that were met: text with no closer behind them is not read again. */
    private @Nullable BitSet[] met = NONE_MET;

    EmphasisMarks(Syntax syntax, Stretch stretch) {
        this.syntax = syntax;
        this.stretch = stretch;
    }

    /** From now on emphasis is looked for in {@code next} alone. */
    void begin(Stretch next) {
        stretch = next;
        met = NONE_MET;
    }

    /**
     * Behind the closer of the emphasis that opens at {@code at}, or -1.
     *
     * @param before the last character of the plain text before {@code at}
     */
    int close(int at, char before) {
        char mark = stretch.text().charAt(at);
        boolean inWords = syntax.isWordMark(mark);
        if (inWords && !OUTSIDE.has(before)) {
            return -1;
        }
        for (width = syntax.longestMark(mark); width >= syntax.shortestMark(mark); width--) {
            int close = opens(at, mark) ? closeFrom(at + width, mark) : -1;
            if (close > 0 && (!inWords || close == stretch.end() || OUTSIDE.has(charAt(close)))) {
                return close;
            }
        }
        return -1;
    }

    /** The number of characters of the opener that {@link #close} found a closer for. */
    int width() {
        return width;
    }

    /** The pieces of code in the emphasis that {@link #close} found a closer for, in order. */
    List<Span> codes() {
        return codes;
    }

    private boolean opens(int at, char mark) {
        int start = at + width;
        return isMark(at, mark) && start < stretch.end() && !Chars.isTrimmedOrLineEnd(charAt(start));
    }

    private int closeFrom(int start, char mark) {
        BitSet units = unitsMet(mark);
        codes.clear();
        int at = start;
        while (at < stretch.end()) {
            if (units.get(at - stretch.start())) {
                return -1;
            }
            units.set(at - stretch.start());
            char c = charAt(at);
            if (c == mark && isMark(at, mark)) {
                int behind = at + width;
                if (!isText(at, start, mark) || at > start && isTakenBack(behind, mark)) {
                    return at == start ? -1 : behind;
                }
                at = behind;
            } else if (c == mark || Chars.isTrimmedOrLineEnd(c)) {
                at++;
            } else {
                at = behindRun(at, c, mark);
            }
        }
        return -1;
    }

    /** Whether the mark at {@code at} closes nothing: white space stands before it, or for some marks a word behind it. */
    private boolean isText(int at, int start, char mark) {
        int behind = at + width;
        boolean afterSpace = at > start && Chars.isTrimmedOrLineEnd(charAt(at - 1));
        return behind < stretch.end() && (afterSpace || mark == '_' && !OUTSIDE.has(charAt(behind)));
    }

    /**
     * Whether Logseq takes back that the mark before {@code behind} is mere text, since it finds no way on: another mark
     * follows that cannot be text, or the beginning of one at the end.
     */
    private boolean isTakenBack(int behind, char mark) {
        if (behind == stretch.end() || charAt(behind) != mark) {
            return false;
        }
        return behind + width > stretch.end() || isMark(behind, mark) && !isText(behind, behind, mark);
    }

    /** Behind the code or the run of other characters at {@code at}. */
    private int behindRun(int from, char first, char mark) {
        boolean hasCode = syntax == Syntax.MARKDOWN;
        int code = hasCode && first == '`' ? code(stretch, from) : -1;
        if (code > 0) {
            codes.add(new Span(from, code));
            return code;
        }
        boolean stopsAtCode = hasCode && first != '`';
        int at = from;
        while (at < stretch.end()) {
            char c = charAt(at);
            if (c == mark || Chars.isTrimmedOrLineEnd(c) || c == '`' && stopsAtCode) {
                break;
            }
            at += c == '\\' ? 2 : 1;
        }
        return Math.min(at, stretch.end());
    }

    /** Behind the code between one backtick or two at {@code at}, or -1. */
    static int code(Stretch stretch, int at) {
        int close = stretch.until(Until.BACKTICK, at + 1);
        if (close > at + 1 && stretch.has(close, '`')) {
            return close + 1;
        }
        return stretch.follows(at, "``") ? stretch.behind(Until.DOUBLE_BACKTICK, at + 2) : -1;
    }

    private boolean isMark(int at, char mark) {
        if (at + width > stretch.end()) {
            return false;
        }
        for (int i = at; i < at + width; i++) {
            if (charAt(i) != mark) {
                return false;
            }
        }
        return true;
    }

    private BitSet unitsMet(char mark) {
        if (met.length == 0) {
            met = new BitSet[MARKS.length() * LONGEST];
        }
        int index = MARKS.indexOf(mark) * LONGEST + width - 1;
        BitSet units = met[index];
        if (units == null) {
            units = new BitSet();
            met[index] = units;
        }
        return units;
    }

    private char charAt(int at) {
        return stretch.text().charAt(at);
    }
}
