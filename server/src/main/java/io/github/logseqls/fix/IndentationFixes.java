package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.SeenTree;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Outline;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Indentation by which Logseq reads another tree than the one that is seen, or that it would not write so. */
final class IndentationFixes {

    private IndentationFixes() {}

    /** All of the page, as it looks or as it is read: only the author knows which is meant, and mostly it is what is seen. */
    static ImmutableList<Fix> ofTree(Faulty faulty) {
        Page page = faulty.page();
        int size = page.outline().size();
        Optional<Fix> seen = Reindented.of(page, SeenTree.levels(page.outline()), 0, size)
                .map(change -> Fix.preferred("Indent this page such that Logseq reads it as it looks", () -> change));
        Optional<Fix> read = Reindented.of(page, levels(page.outline()), 0, size)
                .map(change -> Fix.possible("Indent this page such that it looks as Logseq reads it", () -> change));
        return Stream.of(seen, read).flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
    }

    /** The tree that the block is in, which Logseq would write so by itself. */
    static ImmutableList<Fix> ofStep(Faulty faulty) {
        Outline outline = faulty.outline();
        int root = faulty.block().index();
        for (OptionalInt parent = outline.parent(root); parent.isPresent(); parent = outline.parent(root)) {
            root = parent.getAsInt();
        }
        return Reindented.of(faulty.page(), levels(outline), root, outline.subtreeEnd(root))
                .map(change ->
                        ImmutableList.of(Fix.safe("Indent the blocks of this tree by one level each", () -> change)))
                .orElseGet(ImmutableList::of);
    }

    private static int[] levels(Outline outline) {
        return IntStream.range(0, outline.size()).map(outline::level).toArray();
    }
}
