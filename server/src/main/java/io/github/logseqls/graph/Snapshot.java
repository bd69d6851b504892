package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.BlockId;
import java.util.Optional;
import java.util.OptionalLong;

/** A graph at one moment, and the doors to the content of its files: what every feature is computed from. */
public record Snapshot(Graph graph, Pages pages, Backups backups) {

    /** A graph without backups. */
    public Snapshot(Graph graph, Pages pages) {
        this(graph, pages, id -> Optional.empty());
    }

    public Optional<Page> page(PagePath path) {
        return pages.outline(path).map(outline -> new Page(path, outline, graph.config()));
    }

    /** The address of the graph's folder. */
    public String uri() {
        return pages.uri(new PagePath(""));
    }

    /** Whether a closed file is known to be what the graph knows of it, without being read: by when it last changed. */
    public boolean isUnchanged(PagePath path) {
        OptionalLong changed = pages.changed(path);
        return changed.isPresent()
                && graph.facts(path)
                        .filter(known -> known.changed() == changed.getAsLong())
                        .isPresent();
    }

    /** The blocks that claim {@code id}, the one that Logseq lets keep it first. */
    public ImmutableList<BlockAt> blocks(BlockId id) {
        return blocks(id, Integer.MAX_VALUE);
    }

    /** The first blocks that claim {@code id}, so many at most: each page of one has to be read. */
    public ImmutableList<BlockAt> blocks(BlockId id, int most) {
        return graph.links().definers(id).stream()
                .flatMap(path -> page(path).stream())
                .flatMap(page -> page.outline().blocks(id).stream().map(index -> new BlockAt(page, index)))
                .limit(most)
                .collect(ImmutableList.toImmutableList());
    }

    /** The block that Logseq would follow a reference to {@code id} to. */
    public Optional<BlockAt> block(BlockId id) {
        return blocks(id, 1).stream().findFirst();
    }
}
