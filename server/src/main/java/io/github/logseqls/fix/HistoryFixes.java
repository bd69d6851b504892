package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.History;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import java.util.Optional;

/** Blocks that no file has any more, but the history of the pages: as those that only a backup has. */
final class HistoryFixes {

    private static final String NOTHING =
            "As far as was looked back, no page in Git had this block. If it was in another branch or copy, take it from there.";

    private final Faulty faulty;
    private final BlockRef ref;
    private final BlockId id;

    private HistoryFixes(Faulty faulty, BlockRef ref, BlockId id) {
        this.faulty = faulty;
        this.ref = ref;
        this.id = id;
    }

    static ImmutableList<Lookup> of(Faulty faulty) {
        return BlockRefFixes.ref(faulty)
                .filter(ref -> faulty.history().isThere())
                .flatMap(ref -> ref.id().map(id -> new HistoryFixes(faulty, ref, id).lookups()))
                .orElseGet(ImmutableList::of);
    }

    private ImmutableList<Lookup> lookups() {
        String what = ref.form() == BlockRef.Form.EMBED ? "embed" : "reference";
        return ImmutableList.of(
                new Lookup(
                        "Look for the lost block in Git and put it back",
                        () -> lost().flatMap(LostBlock::back),
                        NOTHING),
                new Lookup(
                        "Look for the lost block in Git and put its text in place of the " + what,
                        () -> lost().flatMap(LostBlock::inPlace),
                        NOTHING),
                new Lookup(
                        "Look for the lost block in Git and refer to the one most like it instead",
                        () -> lost().flatMap(LostBlock::likest),
                        "As far as was looked back, no page in Git had this block, or no block says much the same now."));
    }

    private Optional<LostBlock> lost() {
        Optional<History.Seen> seen = faulty.history().last(id);
        return seen.map(last -> new LostBlock(faulty, ref, id, last.block(), " as it was in Git on " + last.day()));
    }
}
