package io.github.logseqls.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Sorted arrays, which are copied in stretches when a few of very many elements come or go. */
final class InOrder {

    private InOrder() {}

    /**
     * A sorted array after some elements went and others came.
     *
     * @param gone elements of the array, in any order
     * @param come none that is still there, in any order
     */
    static <T> T[] merged(
            T[] before, Collection<T> gone, Collection<T> come, IntFunction<T[]> empty, Comparator<T> order) {
        int[] left = gone.stream()
                .mapToInt(one -> Arrays.binarySearch(before, one, order))
                .sorted()
                .toArray();
        List<T> sorted = come.stream().sorted(order).toList();
        T[] merged = empty.apply(before.length - left.length + sorted.size());
        int from = 0;
        int to = 0;
        int next = 0;
        for (T one : sorted) {
            int place = Arrays.binarySearch(before, from, before.length, one, order);
            int end = place < 0 ? -place - 1 : place;
            while (next < left.length && left[next] < end) {
                to = copy(before, from, left[next], merged, to);
                from = left[next] + 1;
                next++;
            }
            to = copy(before, from, end, merged, to);
            from = Math.max(from, end);
            merged[to] = one;
            to++;
        }
        for (; next < left.length; next++) {
            to = copy(before, from, left[next], merged, to);
            from = left[next] + 1;
        }
        copy(before, from, before.length, merged, to);
        return merged;
    }

    private static <T> int copy(T[] from, int start, int end, T[] to, int at) {
        int length = Math.max(0, end - start);
        System.arraycopy(from, start, to, at, length);
        return at + length;
    }
}
