package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.BlockId;
import io.vavr.collection.HashMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * For each name the files that define or use it. A value: it is made anew, by difference, when the facts of files change,
 * and shares what stays. Kept so, it equals an index made from scratch.
 */
public final class LinkIndex {

    static final LinkIndex EMPTY = new LinkIndex(HashMap.empty());

    /** Lists are in load order, and none is empty. */
    private final HashMap<Symbol, ImmutableList<PagePath>> files;

    private LinkIndex(HashMap<Symbol, ImmutableList<PagePath>> files) {
        this.files = files;
    }

    /** The files in which a symbol occurs, in load order. */
    public ImmutableList<PagePath> files(Symbol symbol) {
        return files.getOrElse(symbol, ImmutableList.of());
    }

    /** Each symbol that occurs somewhere, in no promised order. */
    public Iterable<Symbol> symbols() {
        return files.keySet();
    }

    /** The pages with a block that claims {@code id}, in load order. */
    public ImmutableList<PagePath> definers(BlockId id) {
        return files(new Symbol.Definition(id));
    }

    /** The whiteboards and other data files in which {@code id} stands. */
    public ImmutableList<PagePath> dataDefiners(BlockId id) {
        return files(new Symbol.DataDefinition(id));
    }

    /** The files that refer to {@code id}, in load order. */
    public ImmutableList<PagePath> referrers(BlockId id) {
        return files(new Symbol.BlockUse(id));
    }

    /** Whether something in the graph has this id. */
    public boolean isDefined(BlockId id) {
        return !definers(id).isEmpty() || !dataDefiners(id).isEmpty();
    }

    /** How the facts of a file changed. */
    record Change(PagePath path, Symbols before, Symbols after) {}

    /** This index after the facts of files changed, each file named once; itself where no file has other names. */
    LinkIndex with(Iterable<Change> changes) {
        Map<Symbol, List<PagePath>> gone = new LinkedHashMap<>();
        Map<Symbol, List<PagePath>> come = new LinkedHashMap<>();
        for (Change change : changes) {
            addMissing(change.before(), change.after(), change.path(), gone);
            addMissing(change.after(), change.before(), change.path(), come);
        }
        if (gone.isEmpty() && come.isEmpty()) {
            return this;
        }
        HashMap<Symbol, ImmutableList<PagePath>> result = files;
        for (Map.Entry<Symbol, List<PagePath>> entry : gone.entrySet()) {
            ImmutableList<PagePath> left = without(files(entry.getKey()), entry.getValue());
            result = left.isEmpty() ? result.remove(entry.getKey()) : result.put(entry.getKey(), left);
        }
        for (Map.Entry<Symbol, List<PagePath>> entry : come.entrySet()) {
            ImmutableList<PagePath> present = result.getOrElse(entry.getKey(), ImmutableList.of());
            result = result.put(entry.getKey(), joined(present, entry.getValue()));
        }
        return new LinkIndex(result);
    }

    /** Notes that a file is one of those with a symbol, for each symbol of {@code these} that {@code others} have not. */
    private static void addMissing(Symbols these, Symbols others, PagePath path, Map<Symbol, List<PagePath>> to) {
        for (Symbol symbol : these.distinct()) {
            if (!others.has(symbol)) {
                to.computeIfAbsent(symbol, key -> new ArrayList<>(1)).add(path);
            }
        }
    }

    private static ImmutableList<PagePath> without(ImmutableList<PagePath> from, List<PagePath> gone) {
        Set<PagePath> leave = gone.size() == 1 ? Set.of(gone.get(0)) : new HashSet<>(gone);
        return from.stream().filter(path -> !leave.contains(path)).collect(ImmutableList.toImmutableList());
    }

    /** Both lists in one, in order. The first may be long, and much of it is copied without a look at it. */
    private static ImmutableList<PagePath> joined(ImmutableList<PagePath> present, List<PagePath> come) {
        if (present.isEmpty() && come.size() == 1) {
            return ImmutableList.of(come.get(0));
        }
        ImmutableList.Builder<PagePath> all = ImmutableList.builderWithExpectedSize(present.size() + come.size());
        int next = 0;
        for (PagePath path : ImmutableList.sortedCopyOf(come)) {
            List<PagePath> rest = present.subList(next, present.size());
            int before = next - Collections.binarySearch(rest, path) - 1;
            all.addAll(present.subList(next, before)).add(path);
            next = before;
        }
        return all.addAll(present.subList(next, present.size())).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkIndex index && files.equals(index.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return files.toString();
    }
}
