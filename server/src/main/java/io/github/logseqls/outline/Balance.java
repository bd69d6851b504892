package io.github.logseqls.outline;

import java.util.Arrays;

/**
 * Openers and closers of one kind, and for each place the closer that balances an opener there: the first one behind it that no
 * opener between them takes. All places are answered from one pass, so that unbalanced pages are read in linear time.
 */
final class Balance {

    private int size;
    private int[] starts = new int[16];
    /** Where a closer ends; 0 for an opener. */
    private int[] ends = new int[16];
    /** For each of them, the first closer from there on that closes nothing in between; -1 where there is none. */
    private int[] closers = new int[0];

    void addOpener(int start) {
        add(start, 0);
    }

    void addCloser(int start, int end) {
        add(start, end);
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    /** The end of the closer that balances an opener which ends at {@code from}, or -1. Nothing is added afterwards. */
    int closerFrom(int from) {
        if (closers.length != size) {
            closers = closers();
        }
        int found = Arrays.binarySearch(starts, 0, size, from);
        int first = found >= 0 ? found : -found - 1;
        int closer = first < size ? closers[first] : -1;
        return closer < 0 ? -1 : ends[closer];
    }

    private int[] closers() {
        int[] first = new int[size];
        // Behind a closer that an opener has taken, the next one is the one that is open outside.
        int[] outer = new int[size];
        int open = -1;
        for (int i = size - 1; i >= 0; i--) {
            if (ends[i] > 0) {
                outer[i] = open;
                open = i;
            } else if (open >= 0) {
                open = outer[open];
            }
            first[i] = open;
        }
        return first;
    }
}
