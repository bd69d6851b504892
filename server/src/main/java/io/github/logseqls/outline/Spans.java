package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.List;
import java.util.function.Function;

/** Lists of what has spans that are in order and do not overlap. */
public final class Spans {

    private Spans() {}

    /** The index of the one whose span holds the character at {@code offset}, or -1. */
    public static <T> int indexAt(List<T> inOrder, Function<T, Span> spanOf, int offset) {
        int low = 0;
        int high = inOrder.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = spanOf.apply(inOrder.get(middle));
            if (span.contains(offset)) {
                return middle;
            }
            if (span.end() <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
