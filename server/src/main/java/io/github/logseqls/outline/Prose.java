package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The running text of a block: the pieces that Logseq reads inline markup from, each by itself. That is the first line,
 * the paragraphs between the constructs, and what stands inside quotes, lists, tables and most {@code #+BEGIN} blocks.
 */
final class Prose {

    private final Syntax syntax;
    private final String text;
    private final List<Span> found = new ArrayList<>();
    private final List<Span> headlineTags = new ArrayList<>();

    private Prose(Syntax syntax, String text) {
        this.syntax = syntax;
        this.text = text;
    }

    /** The markup in a block's running text and in the values of its properties; {@code text} is the block's own. */
    static ImmutableList<Inline> inlines(Syntax syntax, Block block, String text) {
        InlineReader inlines = new InlineReader(syntax, text);
        Prose prose = new Prose(syntax, text);
        prose.readBlock(block);
        prose.found.forEach(inlines::read);
        prose.headlineTags.forEach(inlines::headlineTag);
        for (Property property : block.properties()) {
            if (property.key().isValid() && !property.isQuoted()) {
                inlines.read(property.valueSpan());
            }
        }
        ImmutableList.Builder<Inline> all = ImmutableList.<Inline>builder().addAll(inlines.inlines());
        new Containers(syntax, (excerpt, pieces) -> {
                    InlineReader inside = new InlineReader(syntax, excerpt.text());
                    pieces.forEach(inside::read);
                    inside.inlines().forEach(inline -> all.add(inline.moved(excerpt::inBlock)));
                })
                .read(text, block.constructs());
        return all.build();
    }

    private void readBlock(Block block) {
        int at = block.titleStart();
        if (block.kind() != Block.Kind.PREAMBLE) {
            int firstConstruct = block.constructs().isEmpty()
                    ? text.length()
                    : block.constructs().get(0).span().start();
            int titleEnd = Math.min(Chars.lineEnd(text, at), firstConstruct);
            add(at, syntax == Syntax.ORG ? beforeHeadlineTags(at, titleEnd) : titleEnd);
            at = titleEnd;
        }
        for (Construct construct : block.constructs()) {
            add(at, construct.span().start());
            at = construct.span().end();
        }
        add(at, text.length());
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
                headlineTags.add(new Span(at, colon));
            }
        }
        return start;
    }

    private void add(int start, int end) {
        if (start < end) {
            found.add(new Span(start, end));
        }
    }
}
