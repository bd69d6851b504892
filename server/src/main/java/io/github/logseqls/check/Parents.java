package io.github.logseqls.check;

import java.util.function.IntBinaryOperator;

/** The parents of blocks, found by how far each is indented; {@link #NONE} where a block has no parent. */
final class Parents {

    static final int NONE = -1;

    private Parents() {}

    /**
     * As Logseq finds them: a block that is outdented to where none of its ancestors stands becomes a sibling of the outermost
     * one that stands deeper, and is from then on compared as if it stood there (format.md 1.2).
     */
    static int[] byLogseq(int[] indentations) {
        return of(indentations, (own, sibling) -> sibling);
    }

    /** As they are seen: each block is below the last one before it that is indented less. */
    static int[] bySight(int[] indentations) {
        return of(indentations, (own, sibling) -> own);
    }

    /**
     * Finds the parents of all.
     *
     * @param orphan by what a block is compared whose own indentation no ancestor has, told that and the one of its siblings
     */
    private static int[] of(int[] indentations, IntBinaryOperator orphan) {
        int[] parents = new int[indentations.length];
        int[] open = new int[indentations.length];
        int[] compared = new int[indentations.length];
        int depth = 0;
        for (int block = 0; block < indentations.length; block++) {
            int own = indentations[block];
            int keep = depth;
            while (keep > 0 && compared[keep - 1] >= own) {
                keep--;
            }
            parents[block] = keep == 0 ? NONE : open[keep - 1];
            compared[keep] = keep < depth ? orphan.applyAsInt(own, compared[keep]) : own;
            open[keep] = block;
            depth = keep + 1;
        }
        return parents;
    }
}
