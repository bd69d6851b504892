package io.github.logseqls.graph;

import com.google.common.collect.Sets;
import io.github.logseqls.outline.BlockId;
import java.util.Set;
import java.util.SortedSet;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * Which files define an id and which refer to it. A value: it is made anew, by difference, when the facts of a file change,
 * and shares what stays. Kept so, it equals an index made from scratch.
 */
public final class LinkIndex {

    static final LinkIndex EMPTY = new LinkIndex(Files.NONE, Files.NONE, Files.NONE);

    private final Files definers;
    private final Files dataDefiners;
    private final Files referrers;

    private LinkIndex(Files definers, Files dataDefiners, Files referrers) {
        this.definers = definers;
        this.dataDefiners = dataDefiners;
        this.referrers = referrers;
    }

    /** The pages with a block that claims {@code id}, in load order. */
    public SortedSet<PagePath> definers(BlockId id) {
        return definers.of(id);
    }

    /** The whiteboards and other data files in which {@code id} stands. */
    public SortedSet<PagePath> dataDefiners(BlockId id) {
        return dataDefiners.of(id);
    }

    /** The pages that refer to {@code id}, in load order. */
    public SortedSet<PagePath> referrers(BlockId id) {
        return referrers.of(id);
    }

    /** Whether something in the graph has this id. */
    public boolean isDefined(BlockId id) {
        return definers.has(id) || dataDefiners.has(id);
    }

    LinkIndex with(PagePath path, Facts facts) {
        return with(path, Facts.NONE, facts);
    }

    LinkIndex without(PagePath path, Facts facts) {
        return with(path, facts, Facts.NONE);
    }

    /** This index after the facts of a file changed; itself where no id and no reference did. */
    @SuppressWarnings("ReferenceEquality") // The same object is how a part says that nothing changed.
    LinkIndex with(PagePath path, Facts before, Facts after) {
        Files pages = definers.with(path, ids(before, Facts.Kind.PAGE), ids(after, Facts.Kind.PAGE));
        Files data = dataDefiners.with(path, ids(before, Facts.Kind.DATA), ids(after, Facts.Kind.DATA));
        Files refs =
                referrers.with(path, before.refs().elementSet(), after.refs().elementSet());
        boolean same = pages == definers && data == dataDefiners && refs == referrers;
        return same ? this : new LinkIndex(pages, data, refs);
    }

    private static Set<BlockId> ids(Facts facts, Facts.Kind kind) {
        return facts.kind() == kind ? facts.ids() : Set.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkIndex index
                && definers.equals(index.definers)
                && dataDefiners.equals(index.dataDefiners)
                && referrers.equals(index.referrers);
    }

    @Override
    public int hashCode() {
        return definers.hashCode() * 31 + referrers.hashCode();
    }

    @Override
    public String toString() {
        return "definers " + definers + ", data " + dataDefiners + ", referrers " + referrers;
    }

    /** For each id the files that have something to do with it, in load order. */
    private record Files(PMap<BlockId, PSortedSet<PagePath>> byId) {

        static final Files NONE = new Files(HashTreePMap.empty());

        SortedSet<PagePath> of(BlockId id) {
            return byId.getOrDefault(id, TreePSet.empty());
        }

        boolean has(BlockId id) {
            return byId.containsKey(id);
        }

        /** These after a file no longer has some ids and has others; the same object where nothing changes. */
        @SuppressWarnings("ReferenceEquality")
        Files with(PagePath path, Set<BlockId> before, Set<BlockId> after) {
            PMap<BlockId, PSortedSet<PagePath>> result = byId;
            for (BlockId gone : Sets.difference(before, after)) {
                PSortedSet<PagePath> left =
                        result.getOrDefault(gone, TreePSet.empty()).minus(path);
                result = left.isEmpty() ? result.minus(gone) : result.plus(gone, left);
            }
            for (BlockId come : Sets.difference(after, before)) {
                result = result.plus(
                        come, result.getOrDefault(come, TreePSet.empty()).plus(path));
            }
            return result == byId ? this : new Files(result);
        }
    }
}
