package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The running text of a block: the pieces that Logseq reads inline markup from, each by itself. That is the first line,
 * the paragraphs between the constructs, and what stands inside quotes, lists, tables and most {@code #+BEGIN} blocks.
 */
final class Prose {

    private final Syntax syntax;
    private final String text;
    private final List<Inline> found = new ArrayList<>();

    private @Nullable InlineReader reader;

    private Prose(Syntax syntax, String text) {
        this.syntax = syntax;
        this.text = text;
    }

    /** The markup in a block's running text and in the values of its properties; {@code text} is the block's own. */
    static ImmutableList<Inline> inlines(Syntax syntax, Block block, String text) {
        Prose prose = new Prose(syntax, text);
        prose.readBlock(block);
        if (!block.constructs().isEmpty()) {
            new Containers(syntax, prose::readInside).read(text, block.constructs());
        }
        prose.readProperties(block);
        return ImmutableList.copyOf(prose.found);
    }

    /** The markup in a text that is the value of a property. */
    static ImmutableList<Inline> inlinesOfValue(Syntax syntax, String value) {
        List<Inline> found = new ArrayList<>();
        InlineReader.ofProperties(syntax, value, found).read(new Span(0, value.length()));
        return ImmutableList.copyOf(found);
    }

    /** Whether the value of a property of a block with this text is read: that of a keyword is not. */
    static boolean isRead(String text, Property property) {
        boolean isKeyword = text.startsWith("#+", property.keySpan().start() - 2);
        return property.key().isValid() && !property.isQuoted() && !isKeyword;
    }

    private void readProperties(Block block) {
        InlineReader values = null;
        for (Property property : block.properties()) {
            Span value = property.valueSpan();
            if (isRead(text, property) && Openers.occur(syntax, text, value.start(), value.end())) {
                values = values == null ? InlineReader.ofProperties(syntax, text, found) : values;
                values.read(value);
            }
        }
    }

    private void readBlock(Block block) {
        int titleEnd = 0;
        if (block.kind() != Block.Kind.PREAMBLE) {
            titleEnd = Paragraphs.titleEnd(block, text);
            readTitle(block.titleStart(), titleEnd);
        }
        for (Span paragraph : Paragraphs.of(block, text, titleEnd)) {
            addParagraph(paragraph.start(), paragraph.end());
        }
    }

    private void readTitle(int start, int end) {
        int plain = start;
        if (Openers.occur(syntax, text, start, end)) {
            reader().read(new Span(start, end));
            plain = reader().plainTail();
        }
        if (syntax == Syntax.ORG) {
            addHeadlineTags(plain, Chars.trimmedEnd(text, plain, end));
        }
    }

    /** Adds the {@code :tags:} with which the plain text of a headline ends. */
    private void addHeadlineTags(int from, int end) {
        int start = Math.max(from, text.lastIndexOf(' ', end - 1) + 1);
        boolean marked = end > start + 1 && text.charAt(start) == ':' && text.charAt(end - 1) == ':';
        List<Inline> tags = new ArrayList<>();
        for (int at = start + 1; marked && at < end; at = text.indexOf(':', at) + 1) {
            int colon = text.indexOf(':', at);
            marked = colon > at && !Chars.hasSpace(text, at, colon);
            if (marked) {
                tags.add(new Tag(new Span(at, colon), new Span(at, colon), text.substring(at, colon)));
            }
        }
        if (marked) {
            found.addAll(tags);
        }
    }

    /** Reads pieces of what stands in a container. */
    private void readInside(Excerpt excerpt, List<Span> pieces) {
        List<Inline> inside = new ArrayList<>();
        InlineReader inlines = null;
        for (Span piece : pieces) {
            if (Openers.occur(syntax, excerpt.text(), piece.start(), piece.end())) {
                inlines = inlines == null ? InlineReader.ofProse(syntax, excerpt.text(), inside) : inlines;
                inlines.read(piece);
            }
        }
        UnaryOperator<Span> inBlock = excerpt::inBlock;
        inside.forEach(inline -> found.add(inline.moved(inBlock)));
    }

    private void addParagraph(int start, int end) {
        if (start < end && Openers.occur(syntax, text, start, end)) {
            reader().readParagraph(new Span(start, end));
        }
    }

    private InlineReader reader() {
        InlineReader known = reader;
        if (known == null) {
            known = InlineReader.ofProse(syntax, text, found);
            reader = known;
        }
        return known;
    }
}
