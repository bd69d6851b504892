package io.github.logseqls.bench;

import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import org.openjdk.jol.info.GraphLayout;

/** What the outline of an open page takes in memory, without its text and without parsed inlines. */
final class Footprint {

    private Footprint() {}

    /** Bytes a block, in a page of so many of them. */
    static double bytesPerBlock(int blocks) {
        Outline outline = Outline.parse(Text.of(new GeneratedPages(1).page(blocks, false)), Syntax.MARKDOWN);
        long all = GraphLayout.parseInstance(outline).totalSize();
        long text = GraphLayout.parseInstance(outline.text()).totalSize();
        return (double) (all - text) / outline.size();
    }
}
