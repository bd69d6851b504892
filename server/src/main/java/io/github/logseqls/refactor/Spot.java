package io.github.logseqls.refactor;

import io.github.logseqls.change.FreshIds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.text.Span;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The place that somebody asks about.
 *
 * @param selection in the page, in UTF-16 offsets; empty for a caret
 * @param ids the ids that blocks get which need one
 * @param now the time where the user is
 * @param texts the texts of all blocks of the graph, which may take a while the first time
 */
public record Spot(
        Snapshot snapshot, Page page, Span selection, FreshIds ids, LocalDateTime now, Supplier<SearchIndex> texts) {

    Outline outline() {
        return page.outline();
    }

    boolean isOrg() {
        return outline().syntax() == Syntax.ORG;
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    /** The block in which the selection begins; what stands before the first one of a page is none. */
    Optional<BlockAt> block() {
        OptionalInt found = outline().blockAt(selection.start());
        return found.isEmpty() || outline().block(found.getAsInt()).kind() == Block.Kind.PREAMBLE
                ? Optional.empty()
                : Optional.of(new BlockAt(page, found.getAsInt()));
    }

    /** The block that holds all of the selection. */
    Optional<BlockAt> wholeBlock() {
        return block().filter(block ->
                selection.end() <= outline().span(block.index()).end());
    }
}
