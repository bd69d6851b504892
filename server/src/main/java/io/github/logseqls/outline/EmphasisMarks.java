package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where emphasis closes: bold, italic, struck through and highlighted text. Its text is read unit by unit as Logseq's
 * parser does: a run without marks, code, one character of white space, a mark that is mere text.
 */
final class EmphasisMarks {

    /** What may stand on the outer side of a mark that words may hold; white space may too. */
    private static final CharSet OUTSIDE = CharSet.of("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\f");

    private static final int LONGEST = 3;
    private static final BitSet[] NONE_MET = {};

    private final Syntax syntax;
    private Stretch stretch;
    /** For each mark where units begin that were met: text with no closer behind them is not read again. */
    private @Nullable BitSet[] met = NONE_MET;

    EmphasisMarks(Syntax syntax, Stretch stretch) {
        this.syntax = syntax;
        this.stretch = stretch;
    }

    /**
     * A piece of emphasis.
     *
     * @param width the number of characters of its opener, and of its closer
     * @param end behind its closer
     * @param codes the pieces of code in it, in order
     */
    record Marked(int width, int end, List<Span> codes) {}

    /** From now on emphasis is looked for in {@code next} alone. */
    void begin(Stretch next) {
        stretch = next;
        met = NONE_MET;
    }

    /**
     * The emphasis that opens at {@code at}.
     *
     * @param before the last character of the plain text before {@code at}
     */
    Optional<Marked> at(int at, char before) {
        char mark = stretch.text().charAt(at);
        boolean inWords = syntax.isWordMark(mark);
        if (inWords && !OUTSIDE.has(before)) {
            return Optional.empty();
        }
        for (int width = syntax.longestMark(mark); width >= syntax.shortestMark(mark); width--) {
            if (opens(at, mark, width)) {
                List<Span> codes = new ArrayList<>(0);
                int end = closeFrom(at + width, mark, width, codes);
                if (end > 0 && (!inWords || end == stretch.end() || OUTSIDE.has(charAt(end)))) {
                    return Optional.of(new Marked(width, end, codes));
                }
            }
        }
        return Optional.empty();
    }

    private boolean opens(int at, char mark, int width) {
        int start = at + width;
        return isMark(at, mark, width) && start < stretch.end() && !Chars.isTrimmedOrLineEnd(charAt(start));
    }

    private int closeFrom(int start, char mark, int width, List<Span> codes) {
        BitSet units = unitsMet(mark, width);
        int at = start;
        while (at < stretch.end()) {
            if (units.get(at - stretch.start())) {
                return -1;
            }
            units.set(at - stretch.start());
            char c = charAt(at);
            if (c == mark && isMark(at, mark, width)) {
                int behind = at + width;
                if (!isText(at, start, mark, width) || at > start && isTakenBack(behind, mark, width)) {
                    return at == start ? -1 : behind;
                }
                at = behind;
            } else if (c == mark || Chars.isTrimmedOrLineEnd(c)) {
                at++;
            } else {
                int code = c == '`' && syntax == Syntax.MARKDOWN ? Verbatims.codeEnd(stretch, at) : -1;
                if (code > 0) {
                    codes.add(new Span(at, code));
                }
                at = code > 0 ? code : behindRun(at, c, mark);
            }
        }
        return -1;
    }

    /** Whether the mark at {@code at} closes nothing: white space stands before it, or for some marks a word behind it. */
    private boolean isText(int at, int start, char mark, int width) {
        int behind = at + width;
        boolean afterSpace = at > start && Chars.isTrimmedOrLineEnd(charAt(at - 1));
        return behind < stretch.end() && (afterSpace || mark == '_' && !OUTSIDE.has(charAt(behind)));
    }

    /**
     * Whether Logseq takes back that the mark before {@code behind} is mere text, since it finds no way on: another mark
     * follows that cannot be text, or the beginning of one at the end.
     */
    private boolean isTakenBack(int behind, char mark, int width) {
        if (behind == stretch.end() || charAt(behind) != mark) {
            return false;
        }
        return behind + width > stretch.end() || isMark(behind, mark, width) && !isText(behind, behind, mark, width);
    }

    /** Behind the run of other characters at {@code from}, of which the first is no code. */
    private int behindRun(int from, char first, char mark) {
        boolean stopsAtCode = syntax == Syntax.MARKDOWN && first != '`';
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

    private boolean isMark(int at, char mark, int width) {
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

    private BitSet unitsMet(char mark, int width) {
        if (met.length == 0) {
            met = new BitSet[syntax.emphasisMarks().length() * LONGEST];
        }
        int index = syntax.emphasisMarks().indexOf(mark) * LONGEST + width - 1;
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
