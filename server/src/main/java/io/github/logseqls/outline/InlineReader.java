package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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

    private final Pieces pieces = new Pieces();
    private Stretch stretch;
    /** Whether the first or the second piece is a date. */
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
            if (isPlain) {
                pieces.addPlain(at, characters[behind - 1]);
            } else {
                pieces.add(behind);
            }
            at = behind;
        }
        readEmphasised();
    }

    /** Where the plain text begins with which what was read last ends; its end, where it ends with anything else. */
    int plainTail() {
        return pieces.plainTail();
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
        pieces.begin(next.start());
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
            return emphasisOrScript(at, pieces.plainBefore());
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

    /**
     * Emphasis holds emphasis, scripts, links and page references, but no block references, tags or macros; the code in it was
     * found together with its closer.
     */
    private int tokenInEmphasis(int at) {
        char c = characters[at];
        if (syntax.isEmphasisMark(c)) {
            return emphasisOrScript(at, ' ');
        }
        return c == '[' ? links.pageRefOrLink(stretch, at) : -1;
    }

    private int emphasisOrScript(int at, char before) {
        Optional<EmphasisMarks.Marked> marked = emphasis.at(at, before);
        if (marked.isEmpty()) {
            return verbatims.script(at);
        }
        addEmphasis(at, marked.get());
        return marked.get().end();
    }

    private void addEmphasis(int at, EmphasisMarks.Marked marked) {
        int width = marked.width();
        Span inside = new Span(at + width, marked.end() - width);
        found.add(new Emphasis(text.substring(at, at + width), new Span(at, marked.end()), inside));
        marked.codes().forEach(code -> verbatims.add(Verbatim.Kind.CODE, code));
        // Between three marks Logseq reads nothing more, and in properties it sees nothing that emphasis holds.
        if (width < 3 && !inProperties) {
            readLater(inside, marked.codes());
        }
    }

    private void readLater(Span inside, List<Span> codes) {
        int start = inside.start();
        for (Span code : codes) {
            if (start < code.start()) {
                emphasised.add(new Span(start, code.start()));
            }
            start = code.end();
        }
        if (start < inside.end()) {
            emphasised.add(new Span(start, inside.end()));
        }
    }

    private int bracket(int at) {
        int footnote = syntax == Syntax.MARKDOWN ? verbatims.footnote(at) : -1;
        if (footnote > 0) {
            return footnote;
        }
        int link = links.pageRefOrLink(stretch, at);
        if (link > 0) {
            return link;
        }
        int date = timestamp(at);
        if (date > 0) {
            return date;
        }
        int orgFootnote = syntax == Syntax.ORG ? verbatims.footnote(at) : -1;
        if (orgFootnote > 0) {
            return orgFootnote;
        }
        int cookie = verbatims.cookie(at);
        return cookie > 0 ? cookie : verbatims.hiccup(at);
    }

    private int angle(int at) {
        int link = bareLinks.angle(stretch, at);
        if (link > 0) {
            return link;
        }
        int target = syntax == Syntax.ORG ? verbatims.target(at) : -1;
        if (target > 0) {
            return target;
        }
        int date = timestamp(at);
        if (date > 0) {
            return date;
        }
        int html = verbatims.html(at);
        return html > 0 ? html : bareLinks.email(stretch, at);
    }

    private int timestamp(int at) {
        boolean leads = pieces.nextLeads();
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
