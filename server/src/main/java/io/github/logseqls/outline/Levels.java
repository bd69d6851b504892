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
    private final int shallowest;
    private final int[] openBehind;

    private Levels(int[] levels, int shallowest, int[] openBehind) {
        this.levels = levels;
        this.shallowest = shallowest;
        this.openBehind = openBehind;
    }

    /** The levels of {@code blocks}, of which the first is compared by {@code openBefore}. */
    static Levels of(Block[] blocks, int[] openBefore) {
        int[] levels = new int[blocks.length];
        int[] open = Arrays.copyOf(openBefore, openBefore.length + blocks.length);
        int depth = openBefore.length;
        int shallowest = Integer.MAX_VALUE;
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
            shallowest = Math.min(shallowest, depth);
        }
        return new Levels(levels, shallowest, Arrays.copyOf(open, depth));
    }

    /** The level of a block: 1 at the top, a parent's plus one below it. */
    int of(int index) {
        return levels[index];
    }

    /** The least level of all. */
    int shallowest() {
        return shallowest;
    }

    /** The widths, outermost first, that a block behind these is compared by: of the last block and of those around it. */
    int[] openBehind() {
        return openBehind;
    }
}
