package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The blocks of a page in file order, each with its start and its level. A value: an edit makes a new one that shares all
 * chunks but those of the changed blocks and, where levels change, those behind whose levels do.
 */
final class Blocks {

    private final Chunk[] chunks;
    /** The index of each chunk's first block; last, the number of blocks. */
    private final int[] firsts;
    /** The offset of each chunk; last, the length of the text. */
    private final int[] starts;

    private Blocks(Chunk[] chunks) {
        this.chunks = chunks;
        this.firsts = new int[chunks.length + 1];
        this.starts = new int[chunks.length + 1];
        for (int i = 0; i < chunks.length; i++) {
            firsts[i + 1] = firsts[i] + chunks[i].size();
            starts[i + 1] = starts[i] + chunks[i].length();
        }
    }

    static Blocks of(List<Block> blocks) {
        List<Chunk> chunks = new ArrayList<>();
        addChunks(blocks, Levels.NONE_OPEN, chunks);
        return new Blocks(chunks.toArray(Chunk[]::new));
    }

    int size() {
        return firsts[chunks.length];
    }

    Block get(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].block(index - firsts[chunk]);
    }

    /** The offset at which a block starts; the length of the text for the index behind the last one. */
    int start(int index) {
        if (index == size()) {
            return starts[chunks.length];
        }
        int chunk = chunkOf(index);
        return starts[chunk] + chunks[chunk].start(index - firsts[chunk]);
    }

    /** The block that holds {@code offset}; the last one at the end of the text. There is at least one. */
    int at(int offset) {
        if (offset >= starts[chunks.length]) {
            return size() - 1;
        }
        int chunk = lastUpTo(starts, offset);
        return firsts[chunk] + chunks[chunk].at(offset - starts[chunk]);
    }

    int level(int index) {
        int chunk = chunkOf(index);
        return chunks[chunk].level(index - firsts[chunk]);
    }

    /** The last block before this one that stands on a level above. */
    OptionalInt parent(int index) {
        int chunk = chunkOf(index);
        int level = level(index);
        OptionalInt found = chunks[chunk].lastAbove(level, index - firsts[chunk]);
        while (found.isEmpty() && chunk > 0) {
            chunk--;
            found = chunks[chunk].lastAbove(level, chunks[chunk].size());
        }
        return found.isPresent() ? OptionalInt.of(firsts[chunk] + found.getAsInt()) : found;
    }

    /** The first block behind this one that is not below it; the number of blocks where all are. */
    int subtreeEnd(int index) {
        int chunk = chunkOf(index);
        int level = level(index);
        OptionalInt found = chunks[chunk].firstNotBelow(level, index + 1 - firsts[chunk]);
        while (found.isEmpty() && chunk < chunks.length - 1) {
            chunk++;
            found = chunks[chunk].firstNotBelow(level, 0);
        }
        return found.isPresent() ? firsts[chunk] + found.getAsInt() : size();
    }

    /** The blocks that claim {@code id}, in file order. */
    ImmutableList<Integer> claiming(BlockId id) {
        ImmutableList.Builder<Integer> found = ImmutableList.builder();
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            for (int index : chunks[chunk].claiming(id)) {
                found.add(firsts[chunk] + index);
            }
        }
        return found.build();
    }

    /** The first of the blocks before {@code behind} that has an unclosed opener for which {@code isWanted} holds. */
    OptionalInt firstUnclosed(int behind, Predicate<Unclosed> isWanted) {
        for (int chunk = 0; chunk < chunks.length && firsts[chunk] < behind; chunk++) {
            if (chunks[chunk].lacks().stream().anyMatch(isWanted)) {
                int last = Math.min(chunks[chunk].size(), behind - firsts[chunk]);
                for (int index = 0; index < last; index++) {
                    if (chunks[chunk].block(index).unclosed().stream().anyMatch(isWanted)) {
                        return OptionalInt.of(firsts[chunk] + index);
                    }
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The unclosed openers before {@code offset}, each kind once, as if it stood at the start of a block. */
    Set<Unclosed> lacksBefore(int offset) {
        Set<Unclosed> lacks = new HashSet<>();
        for (int chunk = 0; chunk < chunks.length && starts[chunk] < offset; chunk++) {
            if (starts[chunk + 1] <= offset) {
                lacks.addAll(chunks[chunk].lacks());
            } else if (!chunks[chunk].lacks().isEmpty()) {
                for (int index = 0; index < chunks[chunk].size(); index++) {
                    int start = starts[chunk] + chunks[chunk].start(index);
                    for (Unclosed unclosed : chunks[chunk].block(index).unclosed()) {
                        if (start + unclosed.start() < offset) {
                            lacks.add(unclosed.shift(-unclosed.start()));
                        }
                    }
                }
            }
        }
        return lacks;
    }

    /** These with {@code fresh} instead of the blocks from {@code from} to before {@code behind}, of which there is one. */
    Blocks replaced(int from, int behind, List<Block> fresh) {
        int first = chunkOf(from);
        int last = chunkOf(behind - 1);
        int size = firsts[last + 1] - firsts[first] + fresh.size() - (behind - from);
        if (size < Chunk.SIZE / 2 && last + 1 < chunks.length) {
            last++;
        }
        List<Block> around = new ArrayList<>();
        addBlocks(firsts[first], from, around);
        around.addAll(fresh);
        addBlocks(behind, firsts[last + 1], around);

        List<Chunk> changed = new ArrayList<>(chunks.length + 2);
        changed.addAll(Arrays.asList(chunks).subList(0, first));
        int[] open = addChunks(around, first == 0 ? Levels.NONE_OPEN : chunks[first - 1].openBehind(), changed);
        int next = last + 1;
        for (; next < chunks.length && !Arrays.equals(open, chunks[next - 1].openBehind()); next++) {
            Chunk moved = chunks[next].behind(open);
            changed.add(moved);
            open = moved.openBehind();
        }
        changed.addAll(Arrays.asList(chunks).subList(next, chunks.length));
        return new Blocks(changed.toArray(Chunk[]::new));
    }

    /** With how many of its blocks another list begins too. */
    @SuppressWarnings("ReferenceEquality") // What an edit leaves alone stays the same object.
    int sharedAtStart(Blocks other) {
        int most = Math.min(size(), other.size());
        int shared = 0;
        while (shared < most) {
            int mine = Arrays.binarySearch(firsts, shared);
            int others = Arrays.binarySearch(other.firsts, shared);
            if (mine >= 0 && others >= 0 && chunks[mine].hasSameBlocks(other.chunks[others])) {
                shared += chunks[mine].size();
            } else if (get(shared) == other.get(shared)) {
                shared++;
            } else {
                return shared;
            }
        }
        return shared;
    }

    /** With how many of its blocks another list ends too. */
    @SuppressWarnings("ReferenceEquality")
    int sharedAtEnd(Blocks other) {
        int most = Math.min(size(), other.size());
        int shared = 0;
        while (shared < most) {
            int mine = Arrays.binarySearch(firsts, size() - shared);
            int others = Arrays.binarySearch(other.firsts, other.size() - shared);
            if (mine > 0 && others > 0 && chunks[mine - 1].hasSameBlocks(other.chunks[others - 1])) {
                shared += chunks[mine - 1].size();
            } else if (get(size() - shared - 1) == other.get(other.size() - shared - 1)) {
                shared++;
            } else {
                return shared;
            }
        }
        return shared;
    }

    private void addBlocks(int from, int behind, List<Block> to) {
        for (int index = from; index < behind; index++) {
            to.add(get(index));
        }
    }

    /** Cuts blocks into chunks and tells which widths are open behind the last one. */
    private static int[] addChunks(List<Block> blocks, int[] openBefore, List<Chunk> to) {
        int count = blocks.isEmpty() ? 0 : Math.max(1, blocks.size() / Chunk.SIZE);
        int[] open = openBefore;
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) blocks.size() * i / count);
            int behind = (int) ((long) blocks.size() * (i + 1) / count);
            Chunk chunk = Chunk.of(blocks.subList(from, behind).toArray(Block[]::new), open);
            to.add(chunk);
            open = chunk.openBehind();
        }
        return open;
    }

    private int chunkOf(int index) {
        // Chunks hold much the same number of blocks, so that the first guess is right most of the time.
        int guess = (int) Math.min(chunks.length - 1L, (long) Math.max(0, index) * chunks.length / Math.max(1, size()));
        return firsts[guess] <= index && index < firsts[guess + 1] ? guess : lastUpTo(firsts, index);
    }

    /** The last index whose value is at most {@code value}; the values ascend. */
    private static int lastUpTo(int[] ascending, int value) {
        int found = Arrays.binarySearch(ascending, value);
        return found >= 0 ? found : -found - 2;
    }
}
