package io.github.logseqls.outlining;

import io.github.logseqls.change.Prefixes;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;

/**
 * Where blocks are to go in a page.
 *
 * @param at the block before which they go; the number of blocks for the end of the page
 * @param level on which level they stand there
 * @param prefix what stands before their bullets there
 */
public record Place(Page page, int at, int level, String prefix) {

    public static Place endOf(Page page) {
        return new Place(page, page.outline().size(), 1, "");
    }

    /** Before the first block of a page, behind what stands before that. */
    public static Place startOf(Page page) {
        Outline outline = page.outline();
        int at = outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE ? 1 : 0;
        return new Place(page, at, 1, at < outline.size() ? Prefixes.of(outline, at) : "");
    }

    public static Place firstBelow(Page page, int parent) {
        return new Place(page, parent + 1, page.outline().level(parent) + 1, Prefixes.ofFirstChild(page, parent));
    }

    public static Place lastBelow(Page page, int parent) {
        Outline outline = page.outline();
        return new Place(
                page, outline.subtreeEnd(parent), outline.level(parent) + 1, Prefixes.ofLastChild(page, parent));
    }

    /** Behind a block and all below it, as its sibling. */
    static Place behind(Page page, int block) {
        Outline outline = page.outline();
        return new Place(page, outline.subtreeEnd(block), outline.level(block), Prefixes.of(outline, block));
    }
}
