package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads running text token by token, as Logseq's parser does.
 *
 * <p>What counts is where a token may begin: {@code ((} is a reference only at a token's start, so a letter glued to it
 * hides it, as do code, formulas, links, tags and emphasis around it (format.md 3.2).
 */
final class InlineReader {

    private final Syntax syntax;
    private final String text;
    private final Lookahead lookahead;
    private final Closers closers;
    private final EmphasisMarks emphasis;
    private final References references;
    private final Links links;
    private final ImmutableList.Builder<Inline> found = ImmutableList.builder();
    /** Insides of emphasis still to be read; a queue, since emphasis nests as deep as the writer likes. */
    private final Deque<Span> emphasised = new ArrayDeque<>();

    private Stretch stretch;
    private char lastPlain;

    /** A reader of stretches of {@code text}, the text of one block. */
    InlineReader(Syntax syntax, String text) {
        this.syntax = syntax;
        this.text = text;
        this.lookahead = new Lookahead(text);
        this.closers = new Closers(text);
        this.emphasis = new EmphasisMarks(syntax, text);
        this.references = new References(text, found::add);
        this.links = new Links(syntax, text, references, found::add);
        this.stretch = new Stretch(text, lookahead, 0, 0);
    }

    ImmutableList<Inline> inlines() {
        return found.build();
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

    /** Notes one of the tags behind an Org headline. */
    void headlineTag(Span name) {
        found.add(new Tag(name, name, text.substring(name.start(), name.end())));
    }

    private void begin(Span prose) {
        stretch = new Stretch(text, lookahead, prose.start(), prose.end());
        lastPlain = ' ';
    }

    /** The offset behind the token at {@code at}, or -1 where it is plain text. */
    private int token(int at) {
        char c = text.charAt(at);
        if (syntax.isEmphasisMark(c)) {
            return emphasisOrScript(at);
        }
        return switch (c) {
            case '#' -> tag(at);
            case '$' -> dollars(at);
            case '\\' -> backslash(at);
            case '`' -> syntax == Syntax.MARKDOWN ? verbatim(Verbatim.Kind.CODE, at, code(at)) : -1;
            case '=', '~' -> verbatim(Verbatim.Kind.CODE, at, between(c, at));
            case '[' -> bracket(at);
            case '!' -> stretch.follows(at, "![") ? links.image(stretch, at) : -1;
            case '<' -> angle(at);
            case '{' -> references.macro(stretch, at);
            case '@' -> exportSnippet(at);
            case '(' -> references.blockRef(stretch, at);
            case 'S', 's', 'D', 'd', 'C', 'c' -> keywordOrUrl(at);
            default -> links.url(stretch, at);
        };
    }

    /** Emphasis holds emphasis, links and page references, but no block references, tags, code or macros. */
    private int tokenInEmphasis(int at) {
        char c = text.charAt(at);
        if (syntax.isEmphasisMark(c)) {
            return emphasisOrScript(at);
        }
        return c == '[' ? links.pageRefOrLink(stretch, at) : -1;
    }

    private int tag(int at) {
        int behind = references.tag(stretch, at);
        if (behind > 0) {
            links.insideTag(stretch.part(at + 1, behind));
        }
        return behind;
    }

    private int plain(int at) {
        char c = text.charAt(at);
        int to = at + 1;
        if (Chars.isSpace(c)) {
            to = Math.min(stretch.end(), Chars.skipSpaces(text, at));
        } else if (!syntax.isDelimiter(c)) {
            while (to < stretch.end() && !syntax.isDelimiter(text.charAt(to))) {
                to++;
            }
        } else if (c == '\\' && to < stretch.end() && Chars.isPunctuation(text.charAt(to))) {
            to++;
        }
        lastPlain = text.charAt(to - 1);
        return to;
    }

    /** Notes a piece of verbatim text; {@code behind} may be -1 for none. */
    private int verbatim(Verbatim.Kind kind, int at, int behind) {
        if (behind > at) {
            found.add(new Verbatim(kind, new Span(at, behind)));
        }
        return behind;
    }

    private int bracket(int at) {
        String note = syntax == Syntax.MARKDOWN ? "[^" : "[fn:";
        int footnote = stretch.follows(at, note) ? stretch.indexInLine("]", at) : -1;
        if (footnote > at + note.length()) {
            return verbatim(Verbatim.Kind.FOOTNOTE, at, footnote + 1);
        }
        int behind = links.pageRefOrLink(stretch, at);
        if (behind > 0) {
            return behind;
        }
        int timestamp = timestamp(at, at, "");
        if (timestamp > 0) {
            return timestamp;
        }
        int hiccup = stretch.follows(at, "[:") ? closers.hiccup(at) : -1;
        return verbatim(Verbatim.Kind.HICCUP, at, hiccup <= stretch.end() ? hiccup : -1);
    }

    private int emphasisOrScript(int at) {
        int close = emphasis.close(at, stretch.end(), lastPlain);
        if (close > 0) {
            int width = emphasis.width();
            Span inside = new Span(at + width, close - width);
            found.add(new Emphasis(text.substring(at, at + width), new Span(at, close), inside));
            if (width < 3) {
                // Between three marks Logseq reads nothing more.
                emphasised.add(inside);
            }
            return close;
        }
        char c = text.charAt(at);
        if (syntax == Syntax.ORG && (c == '_' || c == '^') && !stretch.follows(at + 1, "{")) {
            return verbatim(Verbatim.Kind.SCRIPT, at, orgScriptEnd(at));
        }
        boolean script = stretch.follows(at, "_{") || stretch.follows(at, "^{");
        int brace = script ? stretch.indexInLine("}", at) : -1;
        return verbatim(Verbatim.Kind.SCRIPT, at, brace > at + 2 ? brace + 1 : -1);
    }

    /** Org takes everything up to white space for a script, without braces too. */
    private int orgScriptEnd(int at) {
        int to = at + 1;
        while (to < stretch.end() && !Chars.isSpace(text.charAt(to))) {
            to++;
        }
        return to == at + 1 ? -1 : to;
    }

    /** {@code $formula$} or {@code $$formula$$} on one line. */
    private int dollars(int at) {
        boolean two = stretch.follows(at, "$$");
        int start = two ? at + 2 : at + 1;
        int close = start < stretch.end() ? stretch.indexInLine("$", two ? start : start + 1) : -1;
        if (close < 0) {
            return -1;
        }
        if (two) {
            return verbatim(Verbatim.Kind.MATH, at, stretch.follows(close, "$$") ? close + 2 : -1);
        }
        boolean spaced = text.charAt(start) == ' ' || close > start + 1 && " ([{".indexOf(text.charAt(close - 1)) >= 0;
        return spaced ? -1 : verbatim(Verbatim.Kind.MATH, at, close + 1);
    }

    /** {@code \(formula\)}, {@code \[formula\]} or a named character such as {@code \alpha}. */
    private int backslash(int at) {
        if (stretch.follows(at, "\\(") || stretch.follows(at, "\\[")) {
            String closer = text.charAt(at + 1) == '(' ? "\\)" : "\\]";
            int close = closers.after(closer, at + 2);
            return verbatim(Verbatim.Kind.MATH, at, close <= stretch.end() ? close : -1);
        }
        int to = at + 1;
        while (to < stretch.end() && Chars.isLetter(text.charAt(to))) {
            to++;
        }
        if (to == at + 1) {
            return -1;
        }
        return stretch.follows(to, "{}") ? to + 2 : to;
    }

    private int between(char mark, int at) {
        int close = stretch.indexInLine(String.valueOf(mark), at + 1);
        return close > at + 1 ? close + 1 : -1;
    }

    private int code(int at) {
        int one = between('`', at);
        if (one > 0) {
            return one;
        }
        int two = stretch.follows(at, "``") ? closers.after("``", at + 2) : -1;
        return two <= stretch.end() ? two : -1;
    }

    private int angle(int at) {
        int link = links.angleLink(stretch, at);
        if (link > 0) {
            return link;
        }
        int timestamp = timestamp(at, at, "");
        if (timestamp > 0) {
            return timestamp;
        }
        int html = closers.html(at);
        return verbatim(Verbatim.Kind.HTML, at, html <= stretch.end() ? html : -1);
    }

    private int keywordOrUrl(int at) {
        for (String keyword : new String[] {"SCHEDULED", "DEADLINE", "CLOSED", "CLOCK"}) {
            int colon = at + keyword.length();
            if (Chars.startsWithIgnoreCase(text, at, keyword) && stretch.follows(colon, ":")) {
                int date = Chars.skipSpaces(text, colon + 1);
                int behind = date > colon + 1 ? timestamp(at, date, keyword) : -1;
                if (behind > 0) {
                    return behind;
                }
            }
        }
        return links.url(stretch, at);
    }

    /** A date in brackets at {@code bracket}, whose keyword if any begins at {@code at}. */
    private int timestamp(int at, int bracket, String keyword) {
        char open = bracket < stretch.end() ? text.charAt(bracket) : ' ';
        int close =
                open == '<' ? stretch.indexInLine(">", bracket) : open == '[' ? stretch.indexInLine("]", bracket) : -1;
        if (close < 0 || !startsWithDate(bracket + 1, close)) {
            return -1;
        }
        found.add(new Timestamp(keyword, new Span(at, close + 1), text.substring(bracket + 1, close)));
        return close + 1;
    }

    /** Whether numbers for year, month and day stand at {@code at}, then white space or the end. */
    private boolean startsWithDate(int at, int end) {
        int i = at;
        for (int number = 0; number < 3; number++) {
            int digits = i;
            while (i < end && Character.digit(text.charAt(i), 10) >= 0) {
                i++;
            }
            if (i == digits) {
                return false;
            }
            if (number < 2 && (i == end || text.charAt(i++) != '-')) {
                return false;
            }
        }
        return i == end || Chars.isSpace(text.charAt(i));
    }

    private int exportSnippet(int at) {
        int close = stretch.follows(at, "@@") ? stretch.indexInLine("@@", at + 2) : -1;
        boolean named = close > 0 && text.substring(at + 2, close).contains(": ");
        return verbatim(Verbatim.Kind.EXPORT_SNIPPET, at, named ? close + 2 : -1);
    }
}
