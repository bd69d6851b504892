package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Reindented;
import io.github.logseqls.check.SeenTree;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Outline;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Indentation by which Logseq reads another tree than the one that is seen, or that it would not write so. */
final class IndentationFixes {

    private IndentationFixes() {}

    /** All of the page, as it looks or as it is read: only the author knows which is meant, and mostly it is what is seen. */
    static ImmutableList<Fix> ofTree(Faulty faulty) {
        Page page = faulty.page();
        int size = page.outline().size();
        return ImmutableList.of(
                Fix.preferred(
                        "Indent this page such that Logseq reads it as it looks",
                        () -> Reindented.of(page, SeenTree.levels(page.outline()), 0, size)),
                Fix.possible(
                        "Indent this page such that it looks as Logseq reads it",
                        () -> Reindented.of(page, levels(page.outline()), 0, size)));
    }

    /** The tree that the block is in, as Logseq will write it; in a page that is indented by spaces not everybody wants tabs now. */
    static ImmutableList<Fix> ofStep(Faulty faulty) {
        return ImmutableList.of(
                Fix.preferred("Indent the blocks of this tree by one level each", () -> indented(faulty)));
    }

    private static Change indented(Faulty faulty) {
        Outline outline = faulty.outline();
        int root = faulty.block().index();
        for (OptionalInt parent = outline.parent(root); parent.isPresent(); parent = outline.parent(root)) {
            root = parent.getAsInt();
        }
        return Reindented.of(faulty.page(), levels(outline), root, outline.subtreeEnd(root));
    }

    private static int[] levels(Outline outline) {
        return IntStream.range(0, outline.size()).map(outline::level).toArray();
    }
}
