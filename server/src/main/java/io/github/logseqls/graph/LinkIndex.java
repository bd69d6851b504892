package io.github.logseqls.graph;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.github.logseqls.outline.BlockId;
import java.util.Collection;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Which files define an id and which refer to it. A value: it is made anew, by difference, when the facts of a file change,
 * and shares what stays. Kept so that an update equals an index built from scratch.
 */
public final class LinkIndex {

    static final LinkIndex EMPTY = new LinkIndex(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    private final PMap<BlockId, ImmutableSortedSet<PagePath>> definers;
    private final PMap<BlockId, ImmutableSortedSet<PagePath>> dataDefiners;
    private final PMap<BlockId, ImmutableSortedSet<PagePath>> referrers;

    private LinkIndex(
            PMap<BlockId, ImmutableSortedSet<PagePath>> definers,
            PMap<BlockId, ImmutableSortedSet<PagePath>> dataDefiners,
            PMap<BlockId, ImmutableSortedSet<PagePath>> referrers) {
        this.definers = definers;
        this.dataDefiners = dataDefiners;
        this.referrers = referrers;
    }

    /** The pages with a block that claims {@code id}, in load order. */
    public ImmutableSortedSet<PagePath> definers(BlockId id) {
        return definers.getOrDefault(id, ImmutableSortedSet.of());
    }

    /** The whiteboards and other data files in which {@code id} stands. */
    public ImmutableSortedSet<PagePath> dataDefiners(BlockId id) {
        return dataDefiners.getOrDefault(id, ImmutableSortedSet.of());
    }

    /** The pages that refer to {@code id}, in load order. */
    public ImmutableSortedSet<PagePath> referrers(BlockId id) {
        return referrers.getOrDefault(id, ImmutableSortedSet.of());
    }

    /** Whether something in the graph has this id. */
    public boolean isDefined(BlockId id) {
        return definers.containsKey(id) || dataDefiners.containsKey(id);
    }

    LinkIndex without(PagePath path, Facts facts) {
        return facts.kind() == Facts.Kind.DATA
                ? new LinkIndex(definers, removed(dataDefiners, facts.ids(), path), referrers)
                : new LinkIndex(
                        removed(definers, facts.ids(), path),
                        dataDefiners,
                        removed(referrers, facts.refs().elementSet(), path));
    }

    LinkIndex with(PagePath path, Facts facts) {
        return facts.kind() == Facts.Kind.DATA
                ? new LinkIndex(definers, added(dataDefiners, facts.ids(), path), referrers)
                : new LinkIndex(
                        added(definers, facts.ids(), path),
                        dataDefiners,
                        added(referrers, facts.refs().elementSet(), path));
    }

    /** This index after the facts of a page changed; itself where no id and no reference did. */
    LinkIndex with(PagePath path, Facts before, Facts after) {
        boolean same = before.kind() == after.kind()
                && before.ids().equals(after.ids())
                && before.refs().elementSet().equals(after.refs().elementSet());
        if (same) {
            return this;
        }
        if (before.kind() != after.kind()) {
            return without(path, before).with(path, after);
        }
        Facts gone = difference(before, after);
        Facts come = difference(after, before);
        return without(path, gone).with(path, come);
    }

    private static Facts difference(Facts from, Facts other) {
        return new Facts(
                from.kind(),
                from.title(),
                Sets.difference(from.ids(), other.ids()).immutableCopy(),
                ImmutableMultiset.copyOf(
                        Sets.difference(from.refs().elementSet(), other.refs().elementSet())));
    }

    private static PMap<BlockId, ImmutableSortedSet<PagePath>> added(
            PMap<BlockId, ImmutableSortedSet<PagePath>> map, Collection<BlockId> ids, PagePath path) {
        PMap<BlockId, ImmutableSortedSet<PagePath>> result = map;
        for (BlockId id : ids) {
            Set<PagePath> before = result.getOrDefault(id, ImmutableSortedSet.of());
            result = result.plus(
                    id,
                    ImmutableSortedSet.<PagePath>naturalOrder()
                            .addAll(before)
                            .add(path)
                            .build());
        }
        return result;
    }

    private static PMap<BlockId, ImmutableSortedSet<PagePath>> removed(
            PMap<BlockId, ImmutableSortedSet<PagePath>> map, Collection<BlockId> ids, PagePath path) {
        PMap<BlockId, ImmutableSortedSet<PagePath>> result = map;
        for (BlockId id : ids) {
            Set<PagePath> before = result.getOrDefault(id, ImmutableSortedSet.of());
            ImmutableSortedSet<PagePath> after = before.stream()
                    .filter(other -> !other.equals(path))
                    .collect(ImmutableSortedSet.toImmutableSortedSet(PagePath::compareTo));
            result = after.isEmpty() ? result.minus(id) : result.plus(id, after);
        }
        return result;
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
}
