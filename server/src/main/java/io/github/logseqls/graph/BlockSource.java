package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import java.util.Comparator;

/**
 * A block as it stands in a file.
 *
 * @param text all of the block, indentation and trailing blank lines included
 * @param inlines the markup in it, with spans from the block's start; in order, what holds other markup before that
 */
record BlockSource(Syntax syntax, Block block, String text, ImmutableList<Inline> inlines) {

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
                outline.inlines(index).stream()
                        .map(inline -> inline.shift(-start))
                        .sorted(IN_ORDER)
                        .collect(ImmutableList.toImmutableList()));
    }

    boolean isPreamble() {
        return block.kind() == Block.Kind.PREAMBLE;
    }
}
