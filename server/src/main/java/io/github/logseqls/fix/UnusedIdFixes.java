package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;

/** An id to which nothing in the graph leads: its line may go, if nothing outside needs it. */
final class UnusedIdFixes {

    private UnusedIdFixes() {}

    static ImmutableList<Fix> of(Faulty faulty) {
        BlockAt block = faulty.block();
        return block.block()
                .property("id")
                .filter(id -> PropertyLine.mayGo(block, id))
                .map(id -> ImmutableList.of(Fix.possible(
                        "Remove this id line", () -> Change.of(faulty.page(), PropertyLine.removed(block, id)))))
                .orElseGet(ImmutableList::of);
    }
}
