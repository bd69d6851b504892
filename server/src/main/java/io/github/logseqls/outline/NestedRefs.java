package io.github.logseqls.outline;

import java.util.Arrays;

/**
 * Where references that hold others end: {@code [[a [[b]] c]]}. A run of brackets is taken in pairs, and the pairs of a text
 * are balanced in one pass, whether or not they turn out to be references.
 */
final class NestedRefs {

    private final String text;
    private final int[] ends;
    /** The ends of closers that nothing has been paired with yet; the next one on top. */
    private int[] open = new int[8];

    private int size;

    NestedRefs(String text) {
        this.text = text;
        this.ends = new int[text.length()];
        Arrays.fill(ends, -1);
        for (int at = text.length(); at > 0; ) {
            char c = text.charAt(at - 1);
            int start = c == '[' || c == ']' ? runStart(at, c) : at - 1;
            if (c == '[') {
                pair(start, at);
            } else if (c == ']') {
                for (int behind = start + (at - start) / 2 * 2; behind > start; behind -= 2) {
                    push(behind);
                }
            }
            at = start;
        }
    }

    /** Behind the {@code ]]} that balances the {@code [[} at {@code at}, or -1. */
    int end(int at) {
        return ends[at];
    }

    /**
     * The number of parts between {@code from} and {@code to}: references, and text without opening brackets. 0 where
     * something else stands there too.
     */
    int parts(int from, int to) {
        int parts = 0;
        for (int at = from; at < to; parts++) {
            int end = text.charAt(at) != '[' ? textEnd(at, to) : text.startsWith("[[", at) ? ends[at] : -1;
            if (end < 0 || end > to) {
                return 0;
            }
            at = end;
        }
        return parts;
    }

    /** The end of what stands at {@code at}, in text that has parts. */
    int partEnd(int at, int to) {
        return text.charAt(at) == '[' ? ends[at] : textEnd(at, to);
    }

    private int textEnd(int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != '[') {
            at++;
        }
        return at;
    }

    private int runStart(int end, char c) {
        int start = end;
        while (start > 0 && text.charAt(start - 1) == c) {
            start--;
        }
        return start;
    }

    private void pair(int start, int end) {
        for (int at = start; at + 1 < end; at++) {
            int inner = (end - at - 2) / 2;
            if (inner < size) {
                ends[at] = open[size - 1 - inner];
            }
        }
        size = Math.max(0, size - (end - start) / 2);
    }

    private void push(int behind) {
        if (size == open.length) {
            open = Arrays.copyOf(open, size * 2);
        }
        open[size++] = behind;
    }
}
