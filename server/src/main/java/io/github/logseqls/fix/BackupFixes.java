package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.ConflictCopy;
import io.github.logseqls.outline.BlockId;
import java.util.Optional;
import java.util.stream.Stream;

/** Blocks that only a file has which Logseq does not read: they come back, or what they said takes the place of the reference. */
final class BackupFixes {

    private BackupFixes() {}

    static ImmutableList<Fix> of(Faulty faulty) {
        return BlockRefFixes.ref(faulty)
                .flatMap(ref ->
                        ref.id().flatMap(id -> copy(faulty, id).map(copy -> new LostBlock(faulty, ref, id, copy, ""))))
                .map(BackupFixes::fixes)
                .orElseGet(ImmutableList::of);
    }

    /** The block in a copy that a sync made of a page, which is known as a page; else in a backup. */
    private static Optional<BlockAt> copy(Faulty faulty, BlockId id) {
        return faulty.snapshot().block(id).or(() -> faulty.snapshot().backups().block(id));
    }

    private static ImmutableList<Fix> fixes(LostBlock lost) {
        Optional<Fix> back = lost.backHome();
        if (ConflictCopy.isOne(lost.copy().page().path())) {
            // The reference leads to the copy as long as that is there.
            return back.stream().collect(ImmutableList.toImmutableList());
        }
        return Streams.concat(
                        Stream.of(back, lost.inPlace(), lost.likest()).flatMap(Optional::stream),
                        BlockRefFixes.removing(lost.faulty()).stream())
                .collect(ImmutableList.toImmutableList());
    }
}
