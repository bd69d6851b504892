package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;
import io.vavr.collection.HashMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For each name the files that define or use it. A value: it is made anew, by difference, when the facts of files change,
 * and shares what stays. Kept so, it equals an index made from scratch.
 */
public final class LinkIndex {

    static final LinkIndex EMPTY = new LinkIndex(HashMap.empty());

    /** No list is empty. */
    private final HashMap<Symbol, FileList> files;

    private LinkIndex(HashMap<Symbol, FileList> files) {
        this.files = files;
    }

    /** The files in which a symbol occurs, in load order. */
    public List<PagePath> files(Symbol symbol) {
        return list(symbol);
    }

    /** Each symbol that occurs somewhere, in no promised order. */
    public Iterable<Symbol> symbols() {
        return files.keySet();
    }

    /** The pages with a block that claims {@code id}, in load order. */
    public List<PagePath> definers(BlockId id) {
        return files(new Symbol.Definition(id));
    }

    /** The whiteboards and other data files in which {@code id} stands. */
    public List<PagePath> dataDefiners(BlockId id) {
        return files(new Symbol.DataDefinition(id));
    }

    /** The files that refer to {@code id}, in load order. */
    public List<PagePath> referrers(BlockId id) {
        return files(new Symbol.BlockUse(id));
    }

    /** Whether something in the graph has this id. */
    public boolean isDefined(BlockId id) {
        return !definers(id).isEmpty() || !dataDefiners(id).isEmpty();
    }

    private FileList list(Symbol symbol) {
        return files.getOrElse(symbol, FileList.NONE);
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
        HashMap<Symbol, FileList> result = files;
        for (Map.Entry<Symbol, List<PagePath>> entry : gone.entrySet()) {
            FileList left = list(entry.getKey()).without(new HashSet<>(entry.getValue()));
            result = left.isEmpty() ? result.remove(entry.getKey()) : result.put(entry.getKey(), left);
        }
        for (Map.Entry<Symbol, List<PagePath>> entry : come.entrySet()) {
            FileList present = result.getOrElse(entry.getKey(), FileList.NONE);
            result = result.put(entry.getKey(), present.with(entry.getValue()));
        }
        return new LinkIndex(result);
    }

    /** Notes that a file is one of those with a symbol, for each symbol of {@code these} that {@code others} have not. */
    private static void addMissing(Symbols these, Symbols others, PagePath path, Map<Symbol, List<PagePath>> to) {
        these.forEachNotIn(
                others,
                symbol -> to.computeIfAbsent(symbol, key -> new ArrayList<>(1)).add(path));
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
