package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;

/**
 * A block of a page.
 *
 * @param index which of the page's blocks, in file order from 0
 */
public record BlockAt(Page page, int index) {

    public Outline outline() {
        return page.outline();
    }

    public Block block() {
        return page.outline().block(index);
    }

    /** The first line of the block's content as written. */
    public String title() {
        return outline().text().slice(outline().title(index)).strip();
    }
}
