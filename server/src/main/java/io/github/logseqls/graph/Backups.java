package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;
import java.util.Optional;

/**
 * The door to the files in which Logseq keeps older states of its pages, and pages that were deleted. It reads none of them, nor
 * does this program unless a block is missed.
 */
public interface Backups {

    /** The newest copy of a block, in its page as that was kept. The page is none of the graph. */
    Optional<BlockAt> block(BlockId id);
}
