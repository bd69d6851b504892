package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Some blocks that follow each other: what is made anew when one of them changes. Indices and offsets count from the chunk's
 * start.
 */
final class Chunk {

    /** How many blocks a chunk is made of; it may grow to twice as many. */
    static final int SIZE = 64;

    private final Block[] blocks;
    private final int[] ends;
    private final ImmutableSet<Unclosed> lacks;
    private final Levels levels;
    /** Made when first asked for; idempotent. */
    private volatile @Nullable ImmutableListMultimap<BlockId, Integer> byId;

    private Chunk(Block[] blocks, int[] ends, ImmutableSet<Unclosed> lacks, Levels levels) {
        this.blocks = blocks;
        this.ends = ends;
        this.lacks = lacks;
        this.levels = levels;
    }

    /** A chunk of at least one block, whose levels depend on the widths that are open before it. */
    static Chunk of(Block[] blocks, int[] openBefore) {
        int[] ends = new int[blocks.length];
        int end = 0;
        ImmutableSet.Builder<Unclosed> lacks = ImmutableSet.builder();
        for (int index = 0; index < blocks.length; index++) {
            end += blocks[index].length();
            ends[index] = end;
            for (Unclosed unclosed : blocks[index].unclosed()) {
                lacks.add(unclosed.shift(-unclosed.start()));
            }
        }
        return new Chunk(blocks, ends, lacks.build(), Levels.of(blocks, openBefore));
    }

    /** The same blocks with other ones before them. */
    Chunk behind(int[] openBefore) {
        return new Chunk(blocks, ends, lacks, Levels.of(blocks, openBefore));
    }

    /** Whether another chunk has the very same blocks, whatever their levels are. */
    boolean hasSameBlocks(Chunk other) {
        return blocks == other.blocks;
    }

    int size() {
        return blocks.length;
    }

    /** The number of characters. */
    int length() {
        return ends[ends.length - 1];
    }

    Block block(int index) {
        return blocks[index];
    }

    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** The block that holds {@code offset}, which lies in this chunk. */
    int at(int offset) {
        int found = Arrays.binarySearch(ends, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int level(int index) {
        return levels.of(index);
    }

    int[] openBehind() {
        return levels.openBehind();
    }

    /** What kinds of unclosed openers there are, each once and as if it stood at the start of a block. */
    ImmutableSet<Unclosed> lacks() {
        return lacks;
    }

    /** The last block before {@code behind} on a level above {@code level}. */
    OptionalInt lastAbove(int level, int behind) {
        if (levels.shallowest() < level) {
            for (int index = behind - 1; index >= 0; index--) {
                if (levels.of(index) < level) {
                    return OptionalInt.of(index);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The first block from {@code from} on that is not below {@code level}. */
    OptionalInt firstNotBelow(int level, int from) {
        if (levels.shallowest() <= level) {
            for (int index = from; index < blocks.length; index++) {
                if (levels.of(index) <= level) {
                    return OptionalInt.of(index);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The blocks that claim {@code id}. */
    ImmutableList<Integer> claiming(BlockId id) {
        ImmutableListMultimap<BlockId, Integer> known = byId;
        if (known == null) {
            ImmutableListMultimap.Builder<BlockId, Integer> found = ImmutableListMultimap.builder();
            for (int index = 0; index < blocks.length; index++) {
                int at = index;
                blocks[index].id().ifPresent(claimed -> found.put(claimed, at));
            }
            known = found.build();
            byId = known;
        }
        return known.get(id);
    }
}
