package io.github.logseqls.outline;

import java.util.List;
import java.util.OptionalInt;

/**
 * Who is whose parent among the blocks of a page, by Logseq's own comparison of widths (format.md 1.2).
 * A heading without a bullet always stands at the top, whatever its indentation.
 */
final class Tree {

    private static final int NONE = -1;

    private final int[] levels;
    private final int[] parents;
    private final int[] subtreeEnds;

    private Tree(int size) {
        this.levels = new int[size];
        this.parents = new int[size];
        this.subtreeEnds = new int[size];
    }

    static Tree of(List<Block> blocks) {
        int size = blocks.size();
        Tree tree = new Tree(size);
        // The open ancestors of the block at hand, outermost first, and the widths they are compared by.
        int[] ancestors = new int[size];
        int[] widths = new int[size];
        int depth = 0;
        for (int index = 0; index < size; index++) {
            Block block = blocks.get(index);
            int width = block.kind() == Block.Kind.HEADING ? 1 : block.width();
            int keep = depth;
            while (keep > 0 && widths[keep - 1] > width) {
                keep--;
            }
            boolean sibling = keep > 0 && widths[keep - 1] == width;
            // Outdented to a width that no ancestor has: the block becomes a sibling of the outermost wider one and
            // is from then on compared by that one's width.
            boolean orphan = !sibling && keep < depth;
            int compared = orphan ? widths[keep] : width;
            int newDepth = sibling ? keep - 1 : keep;
            for (int closed = newDepth; closed < depth; closed++) {
                tree.subtreeEnds[ancestors[closed]] = index;
            }
            tree.parents[index] = newDepth == 0 ? NONE : ancestors[newDepth - 1];
            tree.levels[index] = newDepth + 1;
            ancestors[newDepth] = index;
            widths[newDepth] = compared;
            depth = newDepth + 1;
        }
        for (int open = 0; open < depth; open++) {
            tree.subtreeEnds[ancestors[open]] = size;
        }
        return tree;
    }

    int level(int index) {
        return levels[index];
    }

    OptionalInt parent(int index) {
        return parents[index] == NONE ? OptionalInt.empty() : OptionalInt.of(parents[index]);
    }

    int subtreeEnd(int index) {
        return subtreeEnds[index];
    }
}
