package io.github.logseqls.graph;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How often each symbol occurs in a file. A graph has one of these for each of its files, so they are kept small: two
 * arrays, in an order that means nothing.
 */
public final class Symbols {

    public static final Symbols NONE = new Symbols(new Symbol[0], new int[0]);

    private static final int[] ONCE_EACH = {};

    private final Symbol[] symbols;
    /** How often each of them occurs; empty where all do once. */
    private final int[] counts;

    private Symbols(Symbol[] symbols, int[] counts) {
        this.symbols = symbols;
        this.counts = isOnceEach(counts) ? ONCE_EACH : counts;
    }

    /** Symbols that occur as often as they are among these. */
    static Symbols of(Collection<? extends Symbol> occurrences) {
        Symbol[] all = occurrences.toArray(Symbol[]::new);
        Arrays.sort(all, Symbols::compare);
        int[] counts = new int[all.length];
        int distinct = 0;
        for (Symbol symbol : all) {
            if (distinct == 0 || !symbol.equals(all[distinct - 1])) {
                all[distinct] = symbol;
                distinct++;
            }
            counts[distinct - 1]++;
        }
        return new Symbols(Arrays.copyOf(all, distinct), Arrays.copyOf(counts, distinct));
    }

    /** Each symbol once. */
    public List<Symbol> distinct() {
        return Collections.unmodifiableList(Arrays.asList(symbols));
    }

    public int count(Symbol symbol) {
        int found = Arrays.binarySearch(symbols, symbol, Symbols::compare);
        return found < 0 ? 0 : count(found);
    }

    public boolean has(Symbol symbol) {
        return count(symbol) > 0;
    }

    /** What the symbols of one kind name. */
    public <S extends Symbol, N> ImmutableSet<N> names(Class<S> kind, Function<S, N> name) {
        ImmutableSet.Builder<N> names = ImmutableSet.builder();
        for (Symbol symbol : symbols) {
            if (kind.isInstance(symbol)) {
                names.add(name.apply(kind.cast(symbol)));
            }
        }
        return names.build();
    }

    /** Hands on each symbol of these that others do not have. */
    public void forEachNotIn(Symbols others, Consumer<Symbol> consumer) {
        int next = 0;
        for (Symbol symbol : symbols) {
            while (next < others.symbols.length && compare(others.symbols[next], symbol) < 0) {
                next++;
            }
            if (next == others.symbols.length || !symbol.equals(others.symbols[next])) {
                consumer.accept(symbol);
            }
        }
    }

    /** These after some occurrences went, all of which are there, and others came; itself where they are the same. */
    Symbols with(Collection<? extends Symbol> gone, Collection<? extends Symbol> come) {
        Map<Symbol, Integer> changes = new TreeMap<>(Symbols::compare);
        come.forEach(symbol -> changes.merge(symbol, 1, Integer::sum));
        gone.forEach(symbol -> changes.merge(symbol, -1, Integer::sum));
        changes.values().removeIf(change -> change == 0);
        return changes.isEmpty() ? this : changed(changes);
    }

    private Symbols changed(Map<Symbol, Integer> changes) {
        List<Symbol> names = new ArrayList<>(symbols.length + changes.size());
        int[] times = new int[symbols.length + changes.size()];
        int next = 0;
        for (Map.Entry<Symbol, Integer> change : changes.entrySet()) {
            int found = Arrays.binarySearch(symbols, next, symbols.length, change.getKey(), Symbols::compare);
            int before = found < 0 ? -found - 1 : found;
            for (; next < before; next++) {
                times[names.size()] = count(next);
                names.add(symbols[next]);
            }
            next = found < 0 ? before : before + 1;
            int count = change.getValue() + (found < 0 ? 0 : count(found));
            if (count > 0) {
                times[names.size()] = count;
                names.add(change.getKey());
            }
        }
        for (; next < symbols.length; next++) {
            times[names.size()] = count(next);
            names.add(symbols[next]);
        }
        return new Symbols(names.toArray(Symbol[]::new), Arrays.copyOf(times, names.size()));
    }

    /** Orders by hash; symbols of one name have the same. */
    @SuppressWarnings("ReferenceEquality") // Facts before and after an edit share most of their symbols.
    private static int compare(Symbol one, Symbol other) {
        if (one == other) {
            return 0;
        }
        int order = Integer.compare(one.hashCode(), other.hashCode());
        if (order != 0 || one.equals(other)) {
            return order;
        }
        int kind = one.getClass().getName().compareTo(other.getClass().getName());
        return kind != 0 ? kind : one.toString().compareTo(other.toString());
    }

    private static boolean isOnceEach(int[] counts) {
        for (int count : counts) {
            if (count != 1) {
                return false;
            }
        }
        return true;
    }

    private int count(int index) {
        return counts.length == 0 ? 1 : counts[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Symbols same
                && Arrays.equals(symbols, same.symbols)
                && Arrays.equals(counts, same.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(symbols);
    }

    @Override
    public String toString() {
        return Arrays.toString(symbols) + " " + Arrays.toString(counts);
    }
}
