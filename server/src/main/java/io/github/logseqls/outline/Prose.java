package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
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
        if (!Openers.occur(syntax, text, 0, text.length())) {
            return ImmutableList.of();
        }
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

    private void readProperties(Block block) {
        InlineReader values = null;
        for (Property property : block.properties()) {
            Span value = property.valueSpan();
            boolean counts = property.key().isValid() && !property.isQuoted();
            if (counts && Openers.occur(syntax, text, value.start(), value.end())) {
                values = values == null ? InlineReader.ofProperties(syntax, text, found) : values;
                values.read(value);
            }
        }
    }

    private void readBlock(Block block) {
        int at = block.titleStart();
        if (block.kind() != Block.Kind.PREAMBLE) {
            int firstConstruct = block.constructs().isEmpty()
                    ? text.length()
                    : block.constructs().get(0).span().start();
            int titleEnd = Math.min(Chars.lineEnd(text, at), firstConstruct);
            add(at, syntax == Syntax.ORG ? beforeHeadlineTags(at, titleEnd) : titleEnd);
        }
        for (Span paragraph : Paragraphs.of(block, text)) {
            addParagraph(paragraph.start(), paragraph.end());
        }
    }

    /** Where the title of an Org headline ends that may have {@code :tags:} behind it; notes those. */
    private int beforeHeadlineTags(int from, int to) {
        int end = Chars.trimEnd(text, from, to);
        int start = end;
        while (start > from && !Chars.isSpace(text.charAt(start - 1))) {
            start--;
        }
        if (end - start < 3 || text.charAt(start) != ':' || text.charAt(end - 1) != ':') {
            return to;
        }
        for (int at = start + 1; at < end; at = text.indexOf(':', at) + 1) {
            int colon = text.indexOf(':', at);
            if (colon > at) {
                found.add(new Tag(new Span(at, colon), new Span(at, colon), text.substring(at, colon)));
            }
        }
        return start;
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
        inside.forEach(inline -> found.add(inline.moved(excerpt::inBlock)));
    }

    private void add(int start, int end) {
        if (Openers.occur(syntax, text, start, end)) {
            reader().read(new Span(start, end));
        }
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
