package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A block as it stands in a file.
 *
 * @param text all of the block, indentation and trailing blank lines included
 * @param paragraphs its running text below the first line, with spans from the block's start
 * @param inlines the markup in it, with spans from the block's start; in order, what holds other markup before that
 */
record BlockSource(
        Syntax syntax, Block block, String text, ImmutableList<Span> paragraphs, ImmutableList<Inline> inlines) {

    /** The order of reading. */
    static final Comparator<Inline> IN_ORDER = Comparator.<Inline>comparingInt(
                    inline -> inline.span().start())
            .thenComparing(inline -> inline.span().end(), Comparator.reverseOrder());

    static BlockSource of(Outline outline, int index) {
        int start = outline.start(index);
        return new BlockSource(
                outline.syntax(),
                outline.block(index),
                outline.text().slice(outline.span(index)),
                outline.paragraphs(index),
                outline.inlines(index).stream()
                        .map(inline -> inline.shift(-start))
                        .sorted(IN_ORDER)
                        .collect(ImmutableList.toImmutableList()));
    }

    /** The markup that lies inside a span of the block. */
    ImmutableList<Inline> inlines(Span span) {
        int found = Collections.binarySearch(
                Lists.transform(inlines, inline -> inline.span().start()), span.start());
        int at = found < 0 ? -found - 1 : found;
        while (at > 0 && inlines.get(at - 1).span().start() == span.start()) {
            at--;
        }
        ImmutableList.Builder<Inline> inside = ImmutableList.builder();
        for (; at < inlines.size() && inlines.get(at).span().start() < span.end(); at++) {
            if (span.contains(inlines.get(at).span())) {
                inside.add(inlines.get(at));
            }
        }
        return inside.build();
    }

    /** The markup that lies in none of some spans, which are in order and do not overlap. */
    ImmutableList<Inline> inlinesOutside(List<Span> spans) {
        ImmutableList.Builder<Inline> outside = ImmutableList.builder();
        int next = 0;
        for (Inline inline : inlines) {
            while (next < spans.size() && spans.get(next).end() <= inline.span().start()) {
                next++;
            }
            if (next == spans.size() || !spans.get(next).contains(inline.span())) {
                outside.add(inline);
            }
        }
        return outside.build();
    }

    boolean isPreamble() {
        return block.kind() == Block.Kind.PREAMBLE;
    }
}
