package io.github.logseqls.outline;

import io.github.logseqls.outline.Construct.Kind;
import java.util.Optional;

/** The constructs that have no closer and end where a line no longer fits: lists, quotes, tables and the like. */
final class OpenEnded {

    private OpenEnded() {}

    /** A list ends at an empty line, a bullet or heading, or a line without indentation that is no item. */
    static Optional<ConstructAt> list(Syntax syntax, String text, int at) {
        if (!isItem(syntax, text, at)) {
            return Optional.empty();
        }
        int end = Chars.lineEnd(text, at);
        while (true) {
            int line = Chars.skipLineEnd(text, end);
            if (line == text.length() || Chars.isLineEnd(text.charAt(line)) || startsBlock(syntax, text, line)) {
                break;
            }
            int first = Chars.skipSpaces(text, line);
            if (first == line && !isItem(syntax, text, first)) {
                break;
            }
            end = Chars.lineEnd(text, first);
        }
        return Optional.of(new ConstructAt(Kind.LIST, at, Chars.trimEnd(text, at, end)));
    }

    /** A quote ends at a blank line, or at one that would start a block or an id, behind {@code >} too. */
    static Optional<ConstructAt> quote(String text, int at) {
        int end = at;
        for (int line = at; line < text.length(); line = Chars.skipLineEnd(text, end)) {
            int lineEnd = Chars.lineEnd(text, line);
            int first = Chars.skipSpaces(text, line);
            boolean marked = first < lineEnd && text.charAt(first) == '>';
            int content = marked ? Chars.skipSpaces(text, first + 1) : first;
            boolean belongs = content == lineEnd ? marked : !endsQuote(text, content, lineEnd);
            if (!belongs) {
                break;
            }
            end = lineEnd;
            if (end == text.length()) {
                break;
            }
        }
        return end == at
                ? Optional.empty()
                : Optional.of(new ConstructAt(Kind.QUOTE, at, Chars.trimEnd(text, at, end)));
    }

    private static boolean endsQuote(String text, int content, int lineEnd) {
        return text.startsWith("- ", content)
                || text.startsWith("# ", content)
                || text.startsWith("id:: ", content)
                || lineEnd == content + 1 && (text.charAt(content) == '-' || text.charAt(content) == '#');
    }

    /** Consecutive rows, each of which begins and ends with {@code |}. */
    static Optional<ConstructAt> table(String text, int at) {
        int end = at;
        for (int row = at; isRow(text, row); row = Chars.skipSpaces(text, Chars.skipLineEnd(text, end))) {
            end = Chars.lineEnd(text, row);
        }
        return end == at
                ? Optional.empty()
                : Optional.of(new ConstructAt(Kind.TABLE, at, Chars.trimEnd(text, at, end)));
    }

    private static boolean isRow(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '|') {
            return false;
        }
        int end = Chars.trimEnd(text, at, Chars.lineEnd(text, at));
        return end > at + 1 && text.charAt(end - 1) == '|';
    }

    /** Org's lines that begin with {@code #} or {@code :} and a space: comments and examples. */
    static Optional<ConstructAt> marked(Kind kind, String text, int at) {
        char mark = text.charAt(at);
        int end = at;
        for (int line = at; line < text.length() && text.charAt(line) == mark; ) {
            end = Chars.lineEnd(text, line);
            line = Chars.skipSpaces(text, Chars.skipLineEnd(text, end));
        }
        return Optional.of(new ConstructAt(kind, at, Chars.trimEnd(text, at, end)));
    }

    /** Whether an item with some content starts at {@code at}: a mark, or a number with a dot. */
    private static boolean isItem(Syntax syntax, String text, int at) {
        int behind = at;
        if (at < text.length() && isItemMark(syntax, text, at)) {
            behind = at + 1;
        } else {
            while (behind < text.length() && text.charAt(behind) >= '0' && text.charAt(behind) <= '9') {
                behind++;
            }
            if (behind == at || behind == text.length() || text.charAt(behind) != '.') {
                return false;
            }
            behind++;
        }
        int content = Chars.skipSpaces(text, behind);
        return content > behind && content < text.length() && !Chars.isLineEnd(text.charAt(content));
    }

    /** In Org a star is a headline's at the start of a line, and in Markdown a dash is a bullet's anywhere. */
    private static boolean isItemMark(Syntax syntax, String text, int at) {
        return switch (text.charAt(at)) {
            case '+' -> true;
            case '*' -> syntax == Syntax.MARKDOWN || at > 0 && Chars.isSpace(text.charAt(at - 1));
            case '-' -> syntax == Syntax.ORG;
            default -> false;
        };
    }

    private static boolean startsBlock(Syntax syntax, String text, int line) {
        if (syntax == Syntax.ORG) {
            int stars = Chars.skip(text, line, '*');
            return stars > line && Chars.isTerminator(text, stars);
        }
        int first = Chars.skipSpaces(text, line);
        if (first == text.length()) {
            return false;
        }
        return text.charAt(first) == '-' && Chars.isTerminator(text, first + 1)
                || text.charAt(first) == '#' && Chars.isTerminator(text, Chars.skip(text, first, '#'));
    }
}
