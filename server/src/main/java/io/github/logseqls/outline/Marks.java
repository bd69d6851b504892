package io.github.logseqls.outline;

import java.util.Arrays;

/** The places where something stands in a text, in any case: those behind some place, in order. */
final class Marks {

    private final int from;
    private final int[] ends;

    private Marks(int from, int[] ends) {
        this.from = from;
        this.ends = ends;
    }

    static Marks of(String text, String mark, int from) {
        int[] ends = new int[8];
        int size = 0;
        for (int at = text.indexOf(mark.charAt(0), from); at >= 0; at = text.indexOf(mark.charAt(0), at + 1)) {
            if (Chars.startsWithIgnoreCase(text, at, mark)) {
                ends = size == ends.length ? Arrays.copyOf(ends, size * 2) : ends;
                ends[size++] = at + mark.length();
            }
        }
        return new Marks(from, Arrays.copyOf(ends, size));
    }

    /** Whether all places behind {@code at} are known. */
    boolean covers(int at) {
        return at >= from;
    }

    int size() {
        return ends.length;
    }

    /** The first place that begins at {@code at} or behind it. */
    int firstFrom(int at) {
        int found = Arrays.binarySearch(ends, at);
        return found >= 0 ? found : -found - 1;
    }

    /** The offset behind a place. */
    int end(int index) {
        return ends[index];
    }
}
