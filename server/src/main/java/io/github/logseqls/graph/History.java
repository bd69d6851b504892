package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The door to what a version control keeps of a graph's pages as they were. To look through it takes its time: nobody does so
 * before somebody waits for just that.
 */
public interface History {

    /** There is none, or it may not be read. */
    History NONE = new History() {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public Optional<Seen> last(BlockId id) {
            return Optional.empty();
        }
    };

    /** Whether there is anything to look through, which is known at once. */
    boolean isThere();

    /** The last state of a block that is found with reasonable effort. */
    Optional<Seen> last(BlockId id);

    /**
     * A block as it was.
     *
     * @param block in its page as that was then, which is none of the graph
     * @param day the last one on which it is known to have been there
     */
    record Seen(BlockAt block, LocalDate day) {}
}
