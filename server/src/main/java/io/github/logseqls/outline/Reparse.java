package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Text;

/** Reads again what an edit may have changed of an outline, and nothing else. */
final class Reparse {

    private Reparse() {}

    /** The outline of {@code changed}, the text of {@code old} after {@code edit}; neither text is blank. */
    static Outline of(Outline old, Edit edit, Text changed) {
        int restart = restart(old, edit);
        int growth = edit.growth();
        PageScanner.Scanned scanned = PageScanner.scan(old.syntax(), changed.string(), old.start(restart), at -> {
            int before = at - growth;
            return before >= edit.span().end() && at >= edit.span().start() && old.blockStartingAt(before) > restart;
        });
        int keptFrom = scanned.end() == changed.length() ? old.size() : old.blockStartingAt(scanned.end() - growth);
        ImmutableList<Block> read = scanned.blocks();
        boolean sameFirst = !read.isEmpty()
                && old.span(restart).end() <= edit.span().start()
                && read.get(0).isReadAs(old.block(restart));
        return new Outline(
                old.syntax(),
                changed,
                ImmutableList.<Block>builderWithExpectedSize(restart + read.size() + old.size() - keptFrom)
                        .addAll(old.blocks().subList(0, restart))
                        .addAll(sameFirst ? ImmutableList.of(old.block(restart)) : ImmutableList.of())
                        .addAll(sameFirst ? read.subList(1, read.size()) : read)
                        .addAll(old.blocks().subList(keptFrom, old.size()))
                        .build());
    }

    /** The block before the edit, whose end the edit may change; or the first with an opener that it may close. */
    private static int restart(Outline old, Edit edit) {
        int before = Math.max(0, old.blockAt(edit.span().start()).orElse(0) - 1);
        for (int index = 0; index < before; index++) {
            if (old.block(index).hasUnclosed()) {
                return index;
            }
        }
        return before;
    }
}
