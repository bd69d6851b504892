package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The running text inside the constructs of a block that hold such: quotes, lists, tables and the like. Each paragraph, cell or
 * term is read by itself.
 */
final class Containers {

    /** How deep containers in each other are read: each is a text of its own, so more would be quadratic. */
    private static final int DEEPEST = 50;

    private final Syntax syntax;
    private final Contents contents;
    /** Insides of containers still to be read; a queue, since containers nest as deep as the writer likes. */
    private final Deque<Inside> insides = new ArrayDeque<>();

    /** Takes what constructs hold. */
    interface Contents {
        /** Pieces of running text, in order. */
        void read(Excerpt excerpt, List<Span> pieces);

        /** A construct in which Logseq reads no references. */
        default void skip(Excerpt excerpt, Construct construct) {}
    }

    /** What a container holds, and how deep it is nested in others. */
    private record Inside(Excerpt excerpt, boolean inQuote, boolean isItem, int depth) {}

    Containers(Syntax syntax, Contents contents) {
        this.syntax = syntax;
        this.contents = contents;
    }

    /** Reads what stands in the constructs of a block with this text. */
    void read(String text, List<Construct> constructs) {
        Inside block = new Inside(Excerpt.whole(text), false, false, 0);
        List<Span> pieces = new ArrayList<>();
        for (Construct construct : constructs) {
            readConstruct(block, construct, pieces);
        }
        if (!pieces.isEmpty()) {
            contents.read(block.excerpt, pieces);
        }
        while (!insides.isEmpty()) {
            readInside(insides.remove());
        }
    }

    /** Reads constructs again, and paragraphs between them, but no bullets and no properties. */
    private void readInside(Inside inside) {
        String text = inside.excerpt.text();
        Constructs constructs = new Constructs(syntax, text, opener -> {});
        List<Span> pieces = new ArrayList<>();
        int paragraph = 0;
        int at = 0;
        while (at < text.length() && inside.depth < DEEPEST) {
            int line = Chars.skipLineEnds(text, at);
            int first = Chars.skipSpaces(text, line);
            at = constructs.lineEnd(first);
            if (first < at) {
                ConstructAt construct = (inside.isItem
                                ? constructs.inItem(first, inside.inQuote)
                                : constructs.inQuote(line, first))
                        .orElse(null);
                if (construct != null) {
                    pieces.add(new Span(paragraph, line));
                    readConstruct(inside, construct.construct(), pieces);
                    at = construct.next();
                    paragraph = at;
                }
            }
        }
        pieces.add(new Span(paragraph, text.length()));
        contents.read(inside.excerpt, pieces);
    }

    private void readConstruct(Inside inside, Construct construct, List<Span> pieces) {
        switch (construct.kind()) {
            case LIST -> readList(inside, construct.span());
            case BEGIN -> {
                if (construct.isVerbatimBegin()) {
                    contents.skip(inside.excerpt, construct);
                } else {
                    addQuote(inside, insideOf(inside.excerpt, construct.span()));
                }
            }
            case QUOTE -> addQuote(inside, quote(inside.excerpt, construct.span()));
            case TABLE -> readTable(inside.excerpt.text(), construct.span(), pieces);
            case FOOTNOTE -> readFootnote(inside.excerpt, construct.span());
            case DEFINITIONS -> readDefinitions(inside.excerpt, construct.span(), pieces);
            default -> contents.skip(inside.excerpt, construct);
        }
    }

    private void addQuote(Inside around, Excerpt excerpt) {
        insides.add(new Inside(excerpt, true, false, around.depth + 1));
    }

    /** The lines of a quote without their {@code >}. */
    private static Excerpt quote(Excerpt from, Span quote) {
        String text = from.text();
        Excerpt.Lines lines = new Excerpt.Lines(from);
        int line = quote.start() + 1;
        while (line < quote.end()) {
            int content = OpenEnded.quoteContent(text, line);
            int end = Chars.lineEnd(text, content);
            lines.add(content, end);
            lines.endLine(end);
            line = Chars.skipNewline(text, end);
            line = content == end ? Chars.skipNewline(text, line) : line;
        }
        return lines.excerpt();
    }

    /** The lines between the first and the last one, without the indentation of the first of them. */
    private static Excerpt insideOf(Excerpt from, Span begin) {
        String text = from.text();
        int line = Chars.skipNewline(text, Chars.lineEnd(text, begin.start()));
        int last = begin.end();
        while (last > line && !Chars.isLineEnd(text.charAt(last - 1))) {
            last--;
        }
        int indent = Chars.indent(text, line);
        Excerpt.Lines lines = new Excerpt.Lines(from);
        while (line < last) {
            int end = Chars.lineEnd(text, line);
            lines.add(Math.min(Math.min(end, Chars.skipTrimmed(text, line)), line + indent), end);
            lines.endLine(end);
            line = Chars.skipNewline(text, end);
        }
        return lines.excerpt();
    }

    private void readList(Inside inside, Span list) {
        String text = inside.excerpt.text();
        int line = Chars.skipSpacesBack(text, list.start());
        for (Lists.Item item : new Lists(syntax, text).items(line)) {
            if (item.start() >= list.end()) {
                // In a page that goes on behind its block this one is no item.
                break;
            }
            Excerpt content = trimmedLines(inside.excerpt, item.content(), item.end());
            int term = item.isNumbered() ? -1 : termEnd(content.text());
            if (term > 0) {
                contents.read(content, List.of(new Span(0, term)));
                continue;
            }
            insides.add(new Inside(content, inside.inQuote, true, inside.depth + 1));
        }
    }

    /** The end of the term that an item is, where it ends with {@code ::}; not positive where it is none. */
    private static int termEnd(String item) {
        int colons = item.indexOf(" ::");
        return colons + " ::".length() == item.length() ? colons : -1;
    }

    /** What stands between two places, each line trimmed. */
    private static Excerpt trimmedLines(Excerpt from, int start, int end) {
        String text = from.text();
        Excerpt.Lines lines = new Excerpt.Lines(from);
        for (int line = start; line < end; ) {
            int lineEnd = Math.min(end, Chars.lineEnd(text, line));
            int first = Math.min(lineEnd, Chars.skipTrimmed(text, line));
            lines.add(first, Chars.trimmedEnd(text, first, lineEnd));
            line = Chars.skipNewline(text, lineEnd);
            if (line < end) {
                lines.endLine(lineEnd);
            }
        }
        return lines.excerpt();
    }

    private static void readTable(String text, Span table, List<Span> pieces) {
        for (int line = table.start(); line < table.end(); ) {
            int end = Math.min(table.end(), Chars.lineEnd(text, line));
            if (text.startsWith("|", Chars.skipSpaces(text, line))) {
                readCells(text, line, end, pieces);
            }
            line = Chars.skipNewline(text, end);
        }
    }

    private static void readCells(String text, int line, int end, List<Span> pieces) {
        int cell = line;
        for (int at = line; at <= end; at++) {
            if (at == end || text.charAt(at) == '|') {
                int first = Math.min(at, Chars.skipTrimmed(text, cell));
                pieces.add(new Span(first, Chars.trimmedEnd(text, first, at)));
                cell = at + 1;
            }
        }
    }

    private void readFootnote(Excerpt from, Span footnote) {
        String text = from.text();
        int content = text.indexOf(']', footnote.start()) + (syntax == Syntax.ORG ? "]" : "]:").length();
        readWhole(lines(from, content, Chars.lineEnd(text, footnote.end())));
    }

    private void readDefinitions(Excerpt from, Span definitions, List<Span> pieces) {
        String text = from.text();
        int line = definitions.start();
        while (line < definitions.end()) {
            int next = OpenEnded.meaning(text, line);
            int end = next < 0 ? Chars.lineEnd(text, line) : Math.min(next, definitions.end());
            if (next < 0) {
                pieces.add(new Span(Chars.skipSpaces(text, line), end));
            } else {
                int colon = Chars.skipSpaces(text, line);
                readWhole(lines(from, colon + 1, end));
            }
            line = Chars.skipLineEnds(text, end);
        }
    }

    /** What stands between two places, each line without its indentation. */
    private static Excerpt lines(Excerpt from, int start, int end) {
        String text = from.text();
        Excerpt.Lines lines = new Excerpt.Lines(from);
        for (int line = start; line < end; ) {
            int first = Chars.skipSpaces(text, line);
            int lineEnd = Math.min(end, Chars.lineEnd(text, first));
            lines.add(Math.min(first, lineEnd), lineEnd);
            line = Chars.skipNewline(text, lineEnd);
            if (line < end) {
                lines.endLine(lineEnd);
            }
        }
        return lines.excerpt();
    }

    private void readWhole(Excerpt excerpt) {
        contents.read(excerpt, List.of(new Span(0, excerpt.text().length())));
    }
}
