package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.BlockId;
import java.util.Optional;

/** A graph at one moment, and the door to the content of its files: what every feature is computed from. */
public record Snapshot(Graph graph, Pages pages) {

    public Optional<Page> page(PagePath path) {
        return pages.outline(path).map(outline -> new Page(path, outline, graph.config()));
    }

    /** The blocks that claim {@code id}, the one that Logseq lets keep it first. */
    public ImmutableList<BlockAt> blocks(BlockId id) {
        ImmutableList.Builder<BlockAt> blocks = ImmutableList.builder();
        for (PagePath path : graph.links().definers(id)) {
            page(path).ifPresent(page -> addBlocks(page, id, blocks));
        }
        return blocks.build();
    }

    /** The block that Logseq would follow a reference to {@code id} to. */
    public Optional<BlockAt> block(BlockId id) {
        return blocks(id).stream().findFirst();
    }

    private static void addBlocks(Page page, BlockId id, ImmutableList.Builder<BlockAt> blocks) {
        for (int index : page.outline().blocks(id)) {
            blocks.add(new BlockAt(page, index));
        }
    }
}
