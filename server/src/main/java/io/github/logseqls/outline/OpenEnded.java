package io.github.logseqls.outline;

import io.github.logseqls.outline.Construct.Kind;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The constructs that have no closer and end where a line no longer fits: quotes, tables and the like. All begin at
 * {@code at}, where no white space stands.
 */
final class OpenEnded {

    private OpenEnded() {}

    /** A quote goes on, with {@code >} or without, up to a blank line or one that would start a block or an id. */
    static Optional<ConstructAt> quote(String text, int at) {
        int end = quoteLineEnd(text, at + 1);
        if (end < 0) {
            return Optional.empty();
        }
        int next = end;
        while (end >= 0) {
            next = Chars.skipNewline(text, end);
            end = quoteLineEnd(text, next);
        }
        return Optional.of(ConstructAt.linesAndEnds(Kind.QUOTE, text, at, next));
    }

    /** The end of the line of a quote that begins at {@code line}; behind the line end where there is but {@code >}; or -1. */
    static int quoteLineEnd(String text, int line) {
        int first = Chars.skipSpaces(text, line);
        boolean marked = text.startsWith(">", first);
        int content = quoteContent(text, line);
        int lineEnd = Chars.lineEnd(text, content);
        if (content == lineEnd) {
            return marked && Chars.skipNewline(text, lineEnd) > lineEnd ? Chars.skipNewline(text, lineEnd) : -1;
        }
        return endsQuote(text, content, lineEnd) ? -1 : lineEnd;
    }

    /** Where the text of a line of a quote begins. */
    static int quoteContent(String text, int line) {
        int first = Chars.skipSpaces(text, line);
        return text.startsWith(">", first) ? Chars.skipSpaces(text, first + 1) : first;
    }

    private static boolean endsQuote(String text, int content, int lineEnd) {
        return text.startsWith("- ", content)
                || text.startsWith("# ", content)
                || Chars.startsWithIgnoreCase(text, content, "id:: ")
                || lineEnd == content + 1 && (text.charAt(content) == '-' || text.charAt(content) == '#');
    }

    /** Consecutive rows, and lines of dashes between them. */
    static Optional<ConstructAt> table(String text, int at) {
        int next = at;
        for (int row = rowEnd(text, at); row >= 0; row = rowEnd(text, next)) {
            next = row;
        }
        if (next == at) {
            return Optional.empty();
        }
        int formula = Chars.skipSpaces(text, next);
        boolean hasFormula =
                text.startsWith("#+TBLFM:", formula) && Chars.lineEnd(text, formula) > formula + "#+TBLFM:".length();
        return Optional.of(ConstructAt.lines(Kind.TABLE, text, at, hasFormula ? Chars.lineEnd(text, formula) : next));
    }

    /** Where the line behind the row at {@code line} begins, or -1: a row ends with {@code |}, a line of dashes with anything. */
    private static int rowEnd(String text, int line) {
        int first = Chars.skipSpaces(text, line);
        if (!text.startsWith("|", first)) {
            return -1;
        }
        int end = Chars.lineEnd(text, first);
        int next = Chars.skipNewline(text, end);
        int dashes = first + 1;
        while (dashes < end && "-+|: ".indexOf(text.charAt(dashes)) >= 0) {
            dashes++;
        }
        if (dashes > first + 1 && Chars.skipSpaces(text, dashes) == end && next > end) {
            return next;
        }
        int last = Chars.trimmedEnd(text, first, end);
        return last > first + 1 && text.charAt(last - 1) == '|' ? next : -1;
    }

    /** A horizontal rule. */
    static Optional<ConstructAt> rule(Syntax syntax, String text, int at) {
        char c = text.charAt(at);
        boolean fits = c == '-' || syntax == Syntax.MARKDOWN && (c == '*' || c == '_');
        int end = fits ? Chars.skip(text, at, c) : at;
        boolean isLong = syntax == Syntax.MARKDOWN ? end - at >= 3 : end - at == 5;
        int lineEnd = Chars.skipSpaces(text, end);
        return isLong && Chars.isEndOrNewline(text, lineEnd)
                ? Optional.of(new ConstructAt(Kind.RULE, new Span(at, end), Chars.skipNewline(text, lineEnd)))
                : Optional.empty();
    }

    /** Org's lines that begin with a colon. */
    static ConstructAt example(String text, int at) {
        int next = at;
        for (int line = at; text.startsWith(":", line); line = Chars.skipSpaces(text, next)) {
            next = Chars.skipNewline(text, Chars.lineEnd(text, line));
        }
        return ConstructAt.linesAndEnds(Kind.EXAMPLE, text, at, next);
    }

    /** The definition of a footnote, whose name ends at {@code nameEnd}, and the lines below it. */
    static Optional<ConstructAt> footnote(String text, int at, int nameEnd) {
        int next = wordyLines(text, Chars.skipSpaces(text, nameEnd), c -> "#*-[".indexOf(c) < 0);
        return next < 0 ? Optional.empty() : Optional.of(ConstructAt.linesAndEnds(Kind.FOOTNOTE, text, at, next));
    }

    /** Whether a colon stands below the line that ends at {@code lineEnd}. */
    static boolean isDefined(String text, int lineEnd) {
        return text.startsWith(":", Chars.skipSpaces(text, Chars.skipNewline(text, lineEnd)));
    }

    /** Terms with lines below them that begin with a colon and define them. */
    static Optional<ConstructAt> definitions(String text, int at) {
        int end = -1;
        for (int next = definition(text, at); next >= 0; next = definition(text, Chars.skipLineEnds(text, end))) {
            end = next;
        }
        return end < 0 ? Optional.empty() : Optional.of(ConstructAt.linesAndEnds(Kind.DEFINITIONS, text, at, end));
    }

    private static int definition(String text, int at) {
        int term = Chars.skipSpaces(text, at);
        int termEnd = Chars.lineEnd(text, term);
        int line = Chars.skipNewline(text, termEnd);
        return termEnd > term && line > termEnd ? meanings(text, line) : -1;
    }

    /** The end of the meanings that begin at {@code at}, each with a colon and white space; -1 where there is none. */
    private static int meanings(String text, int at) {
        int end = -1;
        for (int next = meaning(text, at); next >= 0; next = meaning(text, end)) {
            end = next;
        }
        return end;
    }

    static int meaning(String text, int at) {
        int colon = Chars.skipSpaces(text, at);
        int from = text.startsWith(":", colon) ? Chars.skipSpaces(text, colon + 1) : colon;
        return from > colon + 1 ? wordyLines(text, from, c -> c != ':' && c != '#') : -1;
    }

    /** The end of consecutive lines that begin with a fitting character and have another byte; -1 where there is none. */
    private static int wordyLines(String text, int at, IntPredicate fits) {
        int end = -1;
        for (int line = at; line < text.length(); line = end) {
            int first = Chars.skipSpaces(text, line);
            int lineEnd = Chars.lineEnd(text, first);
            boolean belongs = first < lineEnd
                    && fits.test(text.charAt(first))
                    && Chars.hasBytes(text, first, lineEnd, 2)
                    && Chars.isEndOrNewline(text, lineEnd);
            if (!belongs) {
                break;
            }
            end = Chars.skipNewline(text, lineEnd);
        }
        return end;
    }
}
