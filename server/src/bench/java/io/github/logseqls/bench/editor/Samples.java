package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Times that were measured, in milliseconds, the shortest first; there is one at least. */
record Samples(ImmutableList<Double> sorted) {

    static Samples ofMillis(List<Double> millis) {
        return new Samples(ImmutableList.sortedCopyOf(millis));
    }

    static Samples ofNanos(List<Long> nanos) {
        List<Double> millis = new ArrayList<>();
        nanos.forEach(time -> millis.add(time / 1e6));
        return ofMillis(millis);
    }

    double median() {
        return percentile(50);
    }

    double p99() {
        return percentile(99);
    }

    int count() {
        return sorted.size();
    }

    /** The smallest that so many in a hundred do not exceed. */
    private double percentile(int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
