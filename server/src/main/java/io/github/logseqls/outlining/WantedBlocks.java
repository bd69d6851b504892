package io.github.logseqls.outlining;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockContent;
import io.github.logseqls.graph.FirstBlock;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The blocks that a page is to have after a change, in order: what it is read as must be these and no others. */
final class WantedBlocks {

    private final Outline before;
    private final List<Wanted> blocks = new ArrayList<>();

    /**
     * A block that is wanted.
     *
     * @param content what Logseq keeps of it
     * @param constructs what is no running text in it: that may hang on blocks before it
     * @param inlines how much markup it holds, likewise
     * @param level where it is to stand
     */
    private record Wanted(
            Block.Kind kind,
            Optional<BlockId> id,
            String content,
            ImmutableList<Construct.Kind> constructs,
            int inlines,
            int level) {

        static Wanted of(Outline outline, int block, int level) {
            return new Wanted(
                    outline.block(block).kind(),
                    outline.block(block).id(),
                    content(outline, block),
                    constructs(outline, block),
                    outline.inlines(block).size(),
                    level);
        }

        boolean isAt(Outline outline, int block) {
            return outline.level(block) == level
                    && isKind(outline.block(block).kind())
                    && outline.block(block).id().equals(id)
                    && content(outline, block).equals(content)
                    && constructs(outline, block).equals(constructs)
                    && outline.inlines(block).size() == inlines;
        }

        /** Of Org blocks Logseq keeps the line ends as they are, which another page has otherwise. */
        private static String content(Outline outline, int block) {
            return BlockContent.of(outline, block).strip().replace("\r\n", "\n");
        }

        private static ImmutableList<Construct.Kind> constructs(Outline outline, int block) {
            return outline.block(block).constructs().stream()
                    .map(Construct::kind)
                    .collect(ImmutableList.toImmutableList());
        }

        /** A heading without a bullet gets one below another block. */
        private boolean isKind(Block.Kind read) {
            return read == kind || kind == Block.Kind.HEADING && read == Block.Kind.BULLET && level > 1;
        }
    }

    private WantedBlocks(Outline before) {
        this.before = before;
        add(before, 0, before.size(), 0);
    }

    /** The blocks that a page has. */
    static WantedBlocks of(Outline outline) {
        return new WantedBlocks(outline);
    }

    private void add(Outline outline, int from, int to, int deeper) {
        blocks.addAll(wanted(outline, from, to, deeper));
    }

    private static List<Wanted> wanted(Outline outline, int from, int to, int deeper) {
        List<Wanted> wanted = new ArrayList<>();
        for (int block = from; block < to; block++) {
            wanted.add(Wanted.of(outline, block, outline.level(block) + deeper));
        }
        return wanted;
    }

    /** Without the blocks from {@code from} to before {@code to}. */
    WantedBlocks without(int from, int to) {
        blocks.subList(from, to).clear();
        return this;
    }

    /** With blocks of an outline before the one that is at {@code at} now, so many levels deeper than they are there. */
    WantedBlocks with(int at, Outline outline, int from, int to, int deeper) {
        blocks.addAll(at, wanted(outline, from, to, deeper));
        return this;
    }

    /** Whether a page holds these blocks and no others, and Logseq will write its first one as a block. */
    boolean areIn(Outline after) {
        if (after.size() != blocks.size()) {
            return false;
        }
        for (int block = 0; block < blocks.size(); block++) {
            if (!blocks.get(block).isAt(after, block)) {
                return false;
            }
        }
        return !FirstBlock.losesBullet(after) || FirstBlock.losesBullet(before);
    }

    @Override
    public String toString() {
        return ImmutableList.copyOf(blocks).toString();
    }
}
