package io.github.logseqls.feature;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the blocks that ids name, up to so many of them: each one may lie in a page that has to be read, and a page may refer to
 * thousands. Beyond that no block is found.
 */
public final class FewBlocks implements Function<BlockId, Optional<BlockAt>> {

    private final Snapshot snapshot;
    private final int most;
    private final Map<BlockId, Optional<BlockAt>> known = new HashMap<>();

    public FewBlocks(Snapshot snapshot, int most) {
        this.snapshot = snapshot;
        this.most = most;
    }

    @Override
    public Optional<BlockAt> apply(BlockId id) {
        if (known.size() >= most) {
            return known.getOrDefault(id, Optional.empty());
        }
        return known.computeIfAbsent(id, snapshot::block);
    }
}
