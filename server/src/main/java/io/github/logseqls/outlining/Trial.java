package io.github.logseqls.outlining;

import io.github.logseqls.change.Change;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Outline;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes that are tried one after another until one makes what is wanted. */
final class Trial {

    private static final Outcome NONE =
            new Outcome.Refused("There, blocks would be read otherwise than now: indentation is uneven,"
                    + " something is opened in one block and closed in another, or the first block would count as properties of the page."
                    + " Mend that first, or format the page.");

    private Trial() {}

    /**
     * The first change that makes a page what is wanted of it, or the refusal.
     *
     * @param first where the blocks that it is about are then
     */
    static Outcome first(Page page, Stream<Change> attempts, WantedBlocks wanted, int first) {
        return attempts.flatMap(change -> right(page, change, wanted)
                        .map(after -> (Outcome) new Outcome.Done(change, page.path(), after, first))
                        .stream())
                .findFirst()
                .orElse(NONE);
    }

    /** A page after a change, where it is what is wanted. */
    static Optional<Outline> right(Page page, Change change, WantedBlocks wanted) {
        return change.pages().stream()
                .filter(changed -> changed.page().path().equals(page.path()))
                .map(Change.OfPage::after)
                .filter(wanted::areIn)
                .findFirst();
    }

    static Outcome refused() {
        return NONE;
    }
}
