package io.github.logseqls.outline;

import java.util.Arrays;

/**
 * The levels of blocks that follow each other, by Logseq's own comparison of widths (format.md 1.2). A heading without a
 * bullet always stands at the top, whatever its indentation.
 */
final class Levels {

    /** What the first block of a page is compared by. */
    static final int[] NONE_OPEN = new int[0];

    private final int[] levels;
    private final int[] openBehind;

    private Levels(int[] levels, int[] openBehind) {
        this.levels = levels;
        this.openBehind = openBehind;
    }

    /** The levels of {@code blocks}, of which the first is compared by {@code openBefore}. */
    static Levels of(Block[] blocks, int[] openBefore) {
        int[] levels = new int[blocks.length];
        int[] open = Arrays.copyOf(openBefore, openBefore.length + blocks.length);
        int depth = openBefore.length;
        for (int index = 0; index < blocks.length; index++) {
            Block block = blocks[index];
            int width = block.kind() == Block.Kind.HEADING ? 1 : block.width();
            int keep = depth;
            while (keep > 0 && open[keep - 1] > width) {
                keep--;
            }
            boolean sibling = keep > 0 && open[keep - 1] == width;
            // Outdented to a width that no ancestor has: the block becomes a sibling of the outermost wider one and
            // is from then on compared by that one's width.
            boolean orphan = !sibling && keep < depth;
            int compared = orphan ? open[keep] : width;
            depth = sibling ? keep : keep + 1;
            open[depth - 1] = compared;
            levels[index] = depth;
        }
        return new Levels(levels, Arrays.copyOf(open, depth));
    }

    /** The level of a block: 1 at the top, a parent's plus one below it. */
    int of(int index) {
        return levels[index];
    }

    /** The widths, outermost first, that a block behind these is compared by: of the last block and of those around it. */
    int[] openBehind() {
        return openBehind;
    }
}
