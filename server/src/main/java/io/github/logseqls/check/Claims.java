package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.ConflictCopy;
import io.github.logseqls.graph.MergeConflicts;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which blocks claim an id for themselves. Another version of a block does not: what stands in a copy that a sync program
 * made, in a file that Logseq skips, or on the further sides of a conflict is reported as such, and once.
 */
public final class Claims {

    private final Snapshot snapshot;
    private final SameTitle titles;
    private final Map<PagePath, MergeConflicts> conflicts = new HashMap<>();
    private final Map<PagePath, Boolean> skipped = new HashMap<>();

    Claims(Snapshot snapshot, SameTitle titles) {
        this.snapshot = snapshot;
        this.titles = titles;
    }

    /** The claims in a graph. */
    public static Claims in(Snapshot snapshot) {
        return new Claims(snapshot, new SameTitle(snapshot));
    }

    /** The first blocks that claim {@code id}, the one that Logseq lets keep it first; so many at most. */
    public ImmutableList<BlockAt> of(BlockId id, int most) {
        return snapshot.graph().links().definers(id).stream()
                .filter(path -> !ConflictCopy.isOne(path) && !isSkipped(path))
                .flatMap(path -> snapshot.page(path).stream())
                .flatMap(page -> blocks(page, id))
                .limit(most)
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isSkipped(PagePath path) {
        return skipped.computeIfAbsent(path, titles::isSkipped);
    }

    private boolean isOtherVersion(Page page, int offset) {
        return conflicts
                .computeIfAbsent(page.path(), path -> MergeConflicts.in(page.outline()))
                .at(offset)
                .filter(conflict -> conflict.isOtherVersion(offset))
                .isPresent();
    }

    private Stream<BlockAt> blocks(Page page, BlockId id) {
        return page.outline().blocks(id).stream()
                .filter(index -> !isOtherVersion(page, page.outline().start(index)))
                .map(index -> new BlockAt(page, index));
    }
}
