package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads running text token by token, as Logseq's parser does: what a character may begin is tried in that parser's order, and
 * the rest is plain text, in runs that its delimiters end.
 *
 * <p>What counts is where a token may begin: {@code ((} is a reference only at a token's start, so a letter glued to it
 * hides it, as do code, formulas, links, tags and emphasis around it (format.md 3.2).
 */
final class InlineReader {

    private final Syntax syntax;
    private final boolean inProperties;
    private final String text;
    /** The text once more: reading it character by character is faster so. */
    private final char[] characters;

    private final PlainText plain;
    private final Ahead ahead;
    private final List<Inline> found;
    private final EmphasisMarks emphasis;
    private final References references;
    private final Links links;
    private final BareLinks bareLinks;
    private final Tags tags;
    private final Macros macros;
    private final Timestamps timestamps;
    private final Verbatims verbatims;
    /** Insides of emphasis still to be read; a queue, since emphasis nests as deep as the writer likes. */
    private final Deque<Span> emphasised = new ArrayDeque<>(2);

    private Stretch stretch;
    private char lastPlain = ' ';
    /** How many pieces were read: runs of plain text, line ends and all else. */
    private int pieces;

    private boolean inPlain;
    private int plainTail;

    private boolean dated;

    private InlineReader(Syntax syntax, String text, boolean inProperties, List<Inline> found) {
        this.syntax = syntax;
        this.inProperties = inProperties;
        this.text = text;
        this.characters = text.toCharArray();
        this.plain = PlainText.of(syntax);
        this.found = found;
        this.ahead = new Ahead(text);
        this.stretch = new Stretch(text, ahead, 0, 0);
        this.emphasis = new EmphasisMarks(syntax, stretch);
        this.references = new References(text, syntax == Syntax.MARKDOWN && !inProperties, found);
        this.links = new Links(syntax, text, references, found);
        this.bareLinks = new BareLinks(text, links);
        this.tags = new Tags(syntax, text, references, found);
        this.macros = new Macros(text, references, found);
        this.timestamps = new Timestamps(text, found);
        this.verbatims = new Verbatims(syntax, stretch, found);
    }

    /** A reader of running text in {@code text}, the text of one block, that adds to {@code found}. */
    static InlineReader ofProse(Syntax syntax, String text, List<Inline> found) {
        return new InlineReader(syntax, text, false, found);
    }

    /** A reader of values of properties, where Logseq sees neither macros nor what emphasis holds. */
    static InlineReader ofProperties(Syntax syntax, String text, List<Inline> found) {
        return new InlineReader(syntax, text, true, found);
    }

    /** Reads one title, cell, property value or the like. */
    void read(Span prose) {
        begin(stretch(prose));
        for (int at = prose.start(); at < prose.end(); ) {
            int behind = plain.skipWords(characters, at, prose.end());
            boolean isPlain = behind > at;
            if (!isPlain) {
                int wordEnd = wordEnd(at);
                behind = wordEnd == at ? token(at) : stretch.has(wordEnd, ':') ? colon(at, wordEnd) : -1;
                isPlain = behind <= at;
                behind = isPlain ? plain.end(characters, at, Math.max(at + 1, wordEnd), prose.end()) : behind;
            }
            note(at, behind, isPlain);
            at = behind;
        }
        readEmphasised();
    }

    /** Counts a piece that was read; plain text joins the plain text before it. */
    private void note(int at, int behind, boolean plain) {
        if (!plain || !inPlain) {
            pieces++;
            plainTail = plain ? at : behind;
        }
        inPlain = plain;
        lastPlain = plain ? characters[behind - 1] : lastPlain;
    }

    /** Where the plain text begins with which what was read last ends; its end, where it ends with anything else. */
    int plainTail() {
        return plainTail;
    }

    /**
     * Reads one paragraph of a block. Where its first or second piece is a date, Logseq takes it for dates alone, and sees no
     * references.
     */
    void readParagraph(Span paragraph) {
        int before = found.size();
        read(paragraph);
        if (dated) {
            found.subList(before, found.size())
                    .removeIf(
                            inline -> inline instanceof BlockRef || inline instanceof PageRef || inline instanceof Tag);
        }
    }

    private Stretch stretch(Span span) {
        return new Stretch(text, ahead, span.start(), span.end());
    }

    private void begin(Stretch next) {
        stretch = next;
        emphasis.begin(next);
        verbatims.begin(next);
        lastPlain = ' ';
        pieces = 0;
        inPlain = false;
        plainTail = next.start();
        dated = false;
    }

    private void readEmphasised() {
        while (!emphasised.isEmpty()) {
            Span inside = emphasised.remove();
            stretch = stretch(inside);
            emphasis.begin(stretch);
            verbatims.begin(stretch);
            for (int at = inside.start(); at < inside.end(); ) {
                int behind = tokenInEmphasis(at);
                at = behind > at ? behind : plain.end(characters, at, at + 1, inside.end());
            }
        }
    }

    /** The offset behind the token at {@code at}, or -1 where it is plain text. */
    private int token(int at) {
        char c = characters[at];
        if (syntax.isEmphasisMark(c)) {
            return emphasisOrScript(at, lastPlain);
        }
        return switch (c) {
            case '#' -> tags.tag(stretch, at);
            case '$' -> verbatims.dollars(at);
            case '\\' -> verbatims.backslash(at);
            case '`', '~', '=' ->
                syntax == Syntax.MARKDOWN && c != '`' || syntax == Syntax.ORG && c == '`' ? -1 : verbatims.code(at);
            case '[' -> bracket(at);
            case '!' -> links.image(stretch, at);
            case '<' -> angle(at);
            case '{' -> inProperties ? -1 : macros.macro(stretch, at);
            case '@' -> verbatims.exportSnippet(at);
            case '(' -> references.blockRef(stretch, at);
            case '\n', '\r' -> at + 1;
            case ' ' -> hardBreak(at);
            default -> -1;
        };
    }

    /** Emphasis holds emphasis, links and page references, but no block references, tags, code or macros. */
    private int tokenInEmphasis(int at) {
        char c = characters[at];
        if (syntax.isEmphasisMark(c)) {
            return emphasisOrScript(at, ' ');
        }
        return c == '[' ? links.pageRefOrLink(stretch, at) : -1;
    }

    private int emphasisOrScript(int at, char before) {
        int close = emphasis.close(at, before);
        if (close > 0) {
            addEmphasis(at, close);
            return close;
        }
        return verbatims.script(at);
    }

    private void addEmphasis(int at, int close) {
        int width = emphasis.width();
        Span inside = new Span(at + width, close - width);
        found.add(new Emphasis(text.substring(at, at + width), new Span(at, close), inside));
        int start = inside.start();
        for (Span code : emphasis.codes()) {
            verbatims.add(Verbatim.Kind.CODE, code);
            readLater(start, code.start());
            start = code.end();
        }
        readLater(start, inside.end());
    }

    /** Between three marks Logseq reads nothing more, and in properties it sees nothing that emphasis holds. */
    private void readLater(int start, int end) {
        if (emphasis.width() < 3 && !inProperties && start < end) {
            emphasised.add(new Span(start, end));
        }
    }

    private int bracket(int at) {
        int footnote = syntax == Syntax.MARKDOWN ? verbatims.footnote(at) : -1;
        int link = footnote > 0 ? footnote : links.pageRefOrLink(stretch, at);
        int date = link > 0 ? link : timestamp(at);
        int orgFootnote = date > 0 || syntax == Syntax.MARKDOWN ? date : verbatims.footnote(at);
        int cookie = orgFootnote > 0 ? orgFootnote : verbatims.cookie(at);
        return cookie > 0 ? cookie : verbatims.hiccup(at);
    }

    private int angle(int at) {
        int link = bareLinks.angle(stretch, at);
        int target = link > 0 || syntax == Syntax.MARKDOWN ? link : verbatims.target(at);
        int date = target > 0 ? target : timestamp(at);
        int html = date > 0 ? date : verbatims.html(at);
        return html > 0 ? html : bareLinks.email(stretch, at);
    }

    private int timestamp(int at) {
        boolean leads = pieces < 2;
        int behind = timestamps.timestamp(stretch, at, leads);
        dated |= leads && behind > 0;
        return behind;
    }

    /** Two spaces or more before a line end. */
    private int hardBreak(int at) {
        boolean two = syntax == Syntax.MARKDOWN && at + 1 < stretch.end() && Chars.isSpace(text.charAt(at + 1));
        int end = two ? stretch.skipSpaces(at) : at;
        return two && end < stretch.end() && Chars.isLineEnd(text.charAt(end)) ? end + 1 : -1;
    }

    private int wordEnd(int from) {
        int at = from;
        int end = stretch.end();
        while (at < end && Chars.isLetterOrDigit(characters[at])) {
            at++;
        }
        return at;
    }

    /** A date with a keyword before it, or a web address. Words that may begin a keyword begin no address. */
    private int colon(int at, int wordEnd) {
        return "SCDscd".indexOf(characters[at]) >= 0 ? timestamp(at) : bareLinks.url(stretch, at, wordEnd);
    }
}
