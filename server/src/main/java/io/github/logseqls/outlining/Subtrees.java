package io.github.logseqls.outlining;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Blocks that are moved together: siblings that follow each other, with all below them.
 *
 * @param from the first block of the page that belongs to them, by its index
 * @param to the first one behind them
 */
public record Subtrees(Page page, int from, int to) {

    /**
     * What a selection touches, with as much around it as makes whole subtrees of siblings; none where it touches no block but
     * what stands before the first one.
     *
     * @param selection in the page, in UTF-16 offsets; empty for a caret
     */
    public static Optional<Subtrees> touched(Page page, Span selection) {
        Outline outline = page.outline();
        if (outline.size() == 0) {
            return Optional.empty();
        }
        int first = outline.blockAt(selection.start()).orElseThrow();
        int last = outline.blockAt(selection.end()).orElseThrow();
        if (last > first && outline.start(last) == selection.end()) {
            // A selection of whole lines ends where the next one begins.
            last--;
        }
        if (outline.block(first).kind() == Block.Kind.PREAMBLE) {
            return Optional.empty();
        }
        int level = outline.level(first);
        for (int block = first; block <= last; block++) {
            level = Math.min(level, outline.level(block));
        }
        while (outline.level(first) > level) {
            first = outline.parent(first).orElseThrow();
        }
        int to = outline.subtreeEnd(first);
        while (to <= last) {
            to = outline.subtreeEnd(to);
        }
        return Optional.of(new Subtrees(page, first, to));
    }

    /** One block with all below it. */
    static Subtrees of(BlockAt block) {
        return new Subtrees(block.page(), block.index(), block.outline().subtreeEnd(block.index()));
    }

    Outline outline() {
        return page.outline();
    }

    /** That of the siblings. */
    int level() {
        return outline().level(from);
    }

    int size() {
        return to - from;
    }

    OptionalInt parent() {
        return outline().parent(from);
    }

    /** The sibling before them. */
    OptionalInt before() {
        return siblingBefore(outline(), from);
    }

    /** The sibling before a block. What stands before the first block of a page is none. */
    static OptionalInt siblingBefore(Outline outline, int block) {
        if (block == 0 || outline.level(block - 1) < outline.level(block)) {
            return OptionalInt.empty();
        }
        int before = block - 1;
        while (outline.level(before) > outline.level(block)) {
            before = outline.parent(before).orElseThrow();
        }
        return outline.block(before).kind() == Block.Kind.PREAMBLE ? OptionalInt.empty() : OptionalInt.of(before);
    }

    /** Their lines without the blank ones behind the last. */
    Span lines() {
        return BlockLines.of(outline(), from, to);
    }
}
