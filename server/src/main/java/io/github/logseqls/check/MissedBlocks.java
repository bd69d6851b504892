package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding.Related;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.ConflictCopy;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.LostIds;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Loss;
import io.github.logseqls.outline.Outline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where blocks are that references miss. So many of them are looked for in each page, and no more. */
final class MissedBlocks {

    private static final int MOST_LOOKED_FOR = 20;

    private final Snapshot snapshot;
    private final Map<BlockId, Found> known = new HashMap<>();

    MissedBlocks(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    enum Where {
        NOWHERE,
        /** Its id stands where Logseq does not see it. */
        UNSEEN,
        /** In a file that Logseq keeps and does not read. */
        IN_BACKUP
    }

    /**
     * Where a block was found.
     *
     * @param path the file; empty for nowhere
     */
    record Found(Where where, String path, ImmutableList<Related> related) {

        private static final Found NOWHERE = new Found(Where.NOWHERE, "", ImmutableList.of());

        private Found(Where where, Related place) {
            this(where, place.page().path().path(), ImmutableList.of(place));
        }
    }

    Found find(BlockId id) {
        Found found = known.get(id);
        if (found == null) {
            found = known.size() < MOST_LOOKED_FOR
                    ? unseen(id).or(() -> inBackup(id)).orElse(Found.NOWHERE)
                    : Found.NOWHERE;
            known.put(id, found);
        }
        return found;
    }

    /** Whether all blocks with an id are in copies that a sync made of pages. */
    static boolean isOnlyInCopies(Graph graph, BlockId id) {
        List<PagePath> files = graph.links().definers(id);
        return !files.isEmpty()
                && files.stream().allMatch(ConflictCopy::isOne)
                && graph.links().dataDefiners(id).isEmpty();
    }

    private Optional<Found> unseen(BlockId id) {
        Symbol.LostDefinition lost = new Symbol.LostDefinition(id);
        return snapshot.graph().links().files(lost).stream()
                .limit(1)
                .flatMap(path -> snapshot.page(path).stream())
                .flatMap(page -> place(page, lost).stream())
                .map(place -> new Found(Where.UNSEEN, place))
                .findFirst();
    }

    private static Optional<Related> place(Page page, Symbol lost) {
        Outline outline = page.outline();
        for (int block = 0; block < outline.size(); block++) {
            if (outline.mayLoseIds(block)) {
                for (Loss loss : outline.losses(block)) {
                    if (LostIds.symbol(outline, loss).filter(lost::equals).isPresent()) {
                        return Optional.of(new Related(page, loss.span(), "the id that Logseq does not see"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found> inBackup(BlockId id) {
        return snapshot.backups().block(id).map(block -> new Found(Where.IN_BACKUP, copy(block)));
    }

    private static Related copy(BlockAt block) {
        String name = Places.shortName(block, other -> Optional.empty());
        return new Related(block.page(), block.outline().title(block.index()), "the newest copy: " + name);
    }
}
