package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.BlockRef.Form;
import io.github.logseqls.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads running text token by token, as Logseq's parser does, and keeps the block references.
 *
 * <p>What counts is where a token may begin: {@code ((} is a reference only at a token's start, so a letter glued to it
 * hides it, as do code, formulas, links, tags and emphasis around it (format.md 3.2).
 */
final class MarkdownInlines {

    /** The characters that end a run of plain text. */
    private static final String DELIMITERS = "\\_^[*~`=$# \t\n\r\f";

    private static final String EMBED = "embed";

    private final String text;
    private final Closers closers;
    private final Ahead pageRefClosers;
    private final Ahead labelClosers;
    private final Emphasis emphasis;
    private final ImmutableList.Builder<BlockRef> refs = ImmutableList.builder();
    /** Insides of emphasis still to be read; a queue, since emphasis nests as deep as the writer likes. */
    private final Deque<Span> emphasised = new ArrayDeque<>();

    private int end;
    private char lastPlain;

    MarkdownInlines(String text) {
        this.text = text;
        this.closers = new Closers(text);
        this.pageRefClosers = new Ahead(text, "]]");
        this.labelClosers = new Ahead(text, "](");
        this.emphasis = new Emphasis(text);
    }

    ImmutableList<BlockRef> blockRefs() {
        return refs.build();
    }

    /** Reads one paragraph, title, cell or property value. */
    void read(Span prose) {
        begin(prose);
        for (int at = prose.start(); at < prose.end(); ) {
            int behind = token(at);
            at = behind > at ? behind : plain(at);
        }
        while (!emphasised.isEmpty()) {
            Span inside = emphasised.remove();
            begin(inside);
            for (int at = inside.start(); at < inside.end(); ) {
                int behind = tokenInEmphasis(at);
                at = behind > at ? behind : plain(at);
            }
        }
    }

    private void begin(Span prose) {
        end = prose.end();
        lastPlain = ' ';
    }

    /** The offset behind the token at {@code at}, or -1 where it is plain text. */
    private int token(int at) {
        return switch (text.charAt(at)) {
            case '#' -> tag(at);
            case '*', '~', '=', '_', '^' -> emphasisOrScript(at);
            case '$' -> dollars(at);
            case '\\' -> backslash(at);
            case '`' -> code(at);
            case '[' -> bracket(at);
            case '!' -> follows(at, "![") ? link(at + 1) : -1;
            case '<' -> angle(at);
            case '{' -> macro(at);
            case '@' -> exportSnippet(at);
            case '(' -> blockRef(at);
            default -> url(at);
        };
    }

    /** Emphasis holds emphasis, links and page references, but no block references, tags, code or macros. */
    private int tokenInEmphasis(int at) {
        return switch (text.charAt(at)) {
            case '*', '~', '=', '_', '^' -> emphasisOrScript(at);
            case '[' -> pageRefOrLink(at);
            default -> -1;
        };
    }

    private int plain(int at) {
        char c = text.charAt(at);
        int to = at + 1;
        if (Chars.isSpace(c)) {
            to = Math.min(end, Chars.skipSpaces(text, at));
        } else if (DELIMITERS.indexOf(c) < 0) {
            while (to < end && DELIMITERS.indexOf(text.charAt(to)) < 0) {
                to++;
            }
        } else if (c == '\\' && to < end && isPunctuation(text.charAt(to))) {
            to++;
        }
        lastPlain = text.charAt(to - 1);
        return to;
    }

    private int blockRef(int at) {
        int close = follows(at, "((") ? indexInLine(')', at + 2) : -1;
        if (close <= at + 2 || !follows(close, "))")) {
            return -1;
        }
        add(Form.PLAIN, new Span(at, close + 2), at + 2, close);
        return close + 2;
    }

    private int bracket(int at) {
        if (follows(at, "[^")) {
            int close = indexInLine(']', at);
            if (close > at + 2) {
                return close + 1;
            }
        }
        int behind = pageRefOrLink(at);
        if (behind > 0 || !follows(at, "[:")) {
            return behind;
        }
        int hiccup = closers.bracket(at);
        return hiccup <= end ? hiccup : -1;
    }

    private int pageRefOrLink(int at) {
        int behind = pageRefEnd(at);
        if (behind < 0) {
            return link(at);
        }
        pageRef(at, behind);
        return behind;
    }

    /** A page reference that names a block: {@code [[id]]} or {@code [[((id))]]}. */
    private void pageRef(int at, int behind) {
        boolean inParentheses = follows(at + 2, "((") && text.startsWith("))", behind - 4) && behind - 4 >= at + 4;
        int start = inParentheses ? at + 4 : at + 2;
        int close = inParentheses ? behind - 4 : behind - 2;
        if (BlockId.parse(text.substring(start, close)).isPresent()) {
            add(Form.PAGE, new Span(at, behind), start, close);
        }
    }

    /** Behind the {@code ]]} that balances the {@code [[} at {@code at}, or else behind the first one. */
    private int pageRefEnd(int at) {
        if (!follows(at, "[[") || !pageRefClosers.occursInLine(at)) {
            return -1;
        }
        int first = -1;
        int depth = 1;
        for (int i = at + 2; i < end && !Chars.isLineEnd(text.charAt(i)); i++) {
            if (follows(i, "[[")) {
                depth++;
                i++;
            } else if (follows(i, "]]")) {
                first = first < 0 ? i + 2 : first;
                depth--;
                i++;
                if (depth == 0) {
                    first = i + 1;
                    break;
                }
            }
        }
        return first == at + 4 ? -1 : first;
    }

    /** {@code [label](target)} with an optional title and an optional {@code {...}} behind it. */
    private int link(int at) {
        int labelEnd = labelEnd(at);
        if (labelEnd < 0) {
            return -1;
        }
        int target = labelEnd + 2;
        int close = closingParenthesis(target);
        if (close < 0) {
            return -1;
        }
        int behind = behindMetadata(close + 1);
        int inner = Chars.skipSpaces(text, target);
        int innerEnd = follows(inner, "((") ? text.indexOf("))", inner) : -1;
        if (innerEnd > inner + 2 && innerEnd + 2 <= close && isTitle(innerEnd + 2, close)) {
            add(Form.LABELLED, new Span(at, behind), inner + 2, innerEnd);
        } else if (follows(target, "[[") && pageRefEnd(target) == close) {
            pageRef(target, close);
        }
        return behind;
    }

    /** The {@code ]} of the label that opens at {@code at}, if {@code (} follows it. */
    private int labelEnd(int at) {
        if (!labelClosers.occursInLine(at)) {
            return -1;
        }
        int depth = 0;
        for (int i = at; i < end && !Chars.isLineEnd(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '`' && depth == 1) {
                int code = code(i);
                i = code < 0 ? i : code - 1;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
                if (depth == 0) {
                    return follows(i, "](") ? i : -1;
                }
            }
        }
        return -1;
    }

    private int closingParenthesis(int from) {
        int depth = 1;
        for (int i = from; i < end && !Chars.isLineEnd(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether nothing but white space or a quoted title stands between {@code from} and {@code to}. */
    private boolean isTitle(int from, int to) {
        String rest = text.substring(from, to).trim();
        return rest.isEmpty() || rest.length() >= 2 && rest.startsWith("\"") && rest.endsWith("\"");
    }

    private int behindMetadata(int at) {
        int close = at < end && text.charAt(at) == '{' ? indexInLine('}', at) : -1;
        return close < 0 ? at : close + 1;
    }

    /** {@code {{name arguments}}}, with two braces or three; only {@code embed} refers to anything. */
    private int macro(int at) {
        String close = follows(at, "{{{") ? "}}}" : "}}";
        int name = at + close.length();
        int inner = follows(at, "{{") ? indexInLine('}', name) : -1;
        if (inner <= name || !follows(inner, close)) {
            return -1;
        }
        int behind = inner + close.length();
        if (text.startsWith(EMBED, name)) {
            embed(new Span(at, behind), name + EMBED.length(), inner);
        }
        return behind;
    }

    private void embed(Span span, int from, int to) {
        int start = Chars.skipSpaces(text, from);
        int behind = Chars.trimEnd(text, start, to);
        boolean block = start > from
                && text.startsWith("((", start)
                && behind >= start + 5
                && text.startsWith("))", behind - 2);
        if (block) {
            add(Form.EMBED, span, start + 2, behind - 2);
        }
    }

    private int tag(int at) {
        int to = at + 1;
        while (to < end) {
            char c = text.charAt(to);
            boolean inner = (c == '.' || c == ';') && to + 1 < end && isTagCharacter(text.charAt(to + 1));
            int page = c == '[' ? pageRefEnd(to) : -1;
            if (page > 0) {
                to = page;
            } else if (inner || isTagCharacter(c)) {
                to++;
            } else {
                break;
            }
        }
        return to == at + 1 ? -1 : to;
    }

    private static boolean isTagCharacter(char c) {
        return !Chars.isSpaceOrLineEnd(c) && ",;.!?'\":#[".indexOf(c) < 0;
    }

    private int emphasisOrScript(int at) {
        int close = emphasis.close(at, end, lastPlain);
        if (close > 0) {
            int width = emphasis.width();
            emphasised.add(new Span(at + width, close - width));
            return close;
        }
        char c = text.charAt(at);
        int brace = (c == '_' || c == '^') && at + 1 < end && text.charAt(at + 1) == '{' ? indexInLine('}', at) : -1;
        return brace > at + 2 ? brace + 1 : -1;
    }

    /** {@code $formula$} or {@code $$formula$$} on one line. */
    private int dollars(int at) {
        boolean two = follows(at, "$$");
        int start = two ? at + 2 : at + 1;
        int close = start < end ? indexInLine('$', two ? start : start + 1) : -1;
        if (close < 0) {
            return -1;
        }
        if (two) {
            return follows(close, "$$") ? close + 2 : -1;
        }
        boolean spaced = text.charAt(start) == ' ' || close > start + 1 && " ([{".indexOf(text.charAt(close - 1)) >= 0;
        return spaced ? -1 : close + 1;
    }

    /** {@code \(formula\)}, {@code \[formula\]} or a named character such as {@code \alpha}. */
    private int backslash(int at) {
        if (follows(at, "\\(") || follows(at, "\\[")) {
            String closer = text.charAt(at + 1) == '(' ? "\\)" : "\\]";
            int close = closers.after(closer, at + 2);
            return close <= end ? close : -1;
        }
        int to = at + 1;
        while (to < end && isLetter(text.charAt(to))) {
            to++;
        }
        if (to == at + 1) {
            return -1;
        }
        return follows(to, "{}") ? to + 2 : to;
    }

    private int code(int at) {
        int close = indexInLine('`', at + 1);
        if (close > at + 1) {
            return close + 1;
        }
        int two = follows(at, "``") ? closers.after("``", at + 2) : -1;
        return two <= end ? two : -1;
    }

    private int angle(int at) {
        int close = indexInLine('>', at);
        int colon = close < 0 ? -1 : text.indexOf(':', at);
        if (colon > at + 1 && colon < close && isWord(at + 1, colon) && !hasSpace(colon, close)) {
            return close + 1;
        }
        int html = closers.html(at);
        return html <= end ? html : -1;
    }

    private int exportSnippet(int at) {
        int close = follows(at, "@@") ? text.indexOf("@@", at + 2) : -1;
        boolean named = close > 0 && text.substring(at + 2, close).contains(": ");
        return named && close < Math.min(end, Chars.lineEnd(text, at)) ? close + 2 : -1;
    }

    /** A bare address: it hides what looks like a tag or formula inside. */
    private int url(int at) {
        int colon = at;
        while (colon < end && isLetterOrDigit(text.charAt(colon))) {
            colon++;
        }
        if (colon == at || !follows(colon, "://")) {
            return -1;
        }
        int to = colon + 3;
        while (to < end && !Chars.isSpaceOrLineEnd(text.charAt(to)) && "[]<>{}()".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to == colon + 3 ? -1 : to;
    }

    private void add(Form form, Span span, int target, int targetEnd) {
        refs.add(new BlockRef(form, span, new Span(target, targetEnd), text.substring(target, targetEnd)));
    }

    private boolean follows(int at, String expected) {
        return at + expected.length() <= end && text.startsWith(expected, at);
    }

    /** The next {@code c} before the end of the line and of the prose, or -1. */
    private int indexInLine(char c, int from) {
        for (int i = from; i < end && !Chars.isLineEnd(text.charAt(i)); i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private boolean isWord(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSpace(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Chars.isSpace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || c >= '0' && c <= '9';
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7f && !isLetterOrDigit(c);
    }
}
