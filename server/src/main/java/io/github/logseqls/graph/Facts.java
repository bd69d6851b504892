package io.github.logseqls.graph;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Outline;

/**
 * What the rest of the graph needs to know of a file: names, no positions. Typing prose leaves them equal.
 *
 * @param kind whether the file is a page or mere data
 * @param title the name by which the page is shown
 * @param ids the ids that its blocks claim
 * @param refs the ids that it refers to, each as often as it does
 */
public record Facts(Kind kind, String title, ImmutableSet<BlockId> ids, ImmutableMultiset<BlockId> refs) {

    /** What a file of a graph is. */
    public enum Kind {
        /** Markdown or Org: an outline. */
        PAGE,
        /**
         * A whiteboard or the highlights of a PDF. Its ids are as good as any, but the notes page of a PDF repeats them
         * on purpose: they never count as duplicates.
         */
        DATA,
        /** A file that Logseq reads and this program could not: what it holds is not known. */
        UNREADABLE
    }

    /** Of a file that is not there. */
    static final Facts NONE = new Facts(Kind.UNREADABLE, "", ImmutableSet.of(), ImmutableMultiset.of());

    public static Facts of(PagePath path, Outline outline, GraphConfig config) {
        ImmutableSet.Builder<BlockId> ids = ImmutableSet.builder();
        ImmutableMultiset.Builder<BlockId> refs = ImmutableMultiset.builder();
        for (int index = 0; index < outline.size(); index++) {
            outline.block(index).id().ifPresent(ids::add);
            for (BlockRef ref : outline.blockRefs(index)) {
                ref.id().ifPresent(refs::add);
            }
        }
        return new Facts(Kind.PAGE, PageTitle.of(path, outline, config), ids.build(), refs.build());
    }

    public static Facts unreadable(PagePath path, GraphConfig config) {
        return new Facts(Kind.UNREADABLE, PageTitle.ofFile(path, config), ImmutableSet.of(), ImmutableMultiset.of());
    }

    public static Facts ofData(PagePath path, String text, GraphConfig config) {
        return new Facts(
                Kind.DATA, PageTitle.ofFile(path, config), DataIds.in(text).keySet(), ImmutableMultiset.of());
    }
}
