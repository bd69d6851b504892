package io.github.logseqls.completion;

import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.text.Edit;

/**
 * An id for a block that has none.
 *
 * @param line writes it where Logseq reads it
 */
public record NewId(BlockAt block, BlockId id, Edit line) {

    public Change change() {
        return Change.of(block.page(), line);
    }
}
