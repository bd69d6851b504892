package io.github.logseqls.search;

import com.google.common.collect.ImmutableList;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Gathers the best of many hits, in room for a few. */
final class Best {

    private final int most;
    /** The last of them first. */
    private final PriorityQueue<Hit> hits = new PriorityQueue<>(Hit.LAST_FIRST);
    /** The last hit of as many as there is room for: what comes behind it is not kept. */
    private @Nullable Hit last;

    private int seen;

    Best(int most) {
        this.most = most;
    }

    /** One for others, which are to be added here: what would not be kept here is not kept there. */
    Best another() {
        Best another = new Best(most);
        another.last = last;
        return another;
    }

    /** Whether a hit of such a rank may be kept, which is asked before one is made. */
    boolean takes(long rank) {
        return last == null || rank >= last.rank();
    }

    /** Counts something that answers, whether it is kept or not. */
    void see() {
        seen++;
    }

    void add(Hit hit) {
        if (isBehindLast(hit)) {
            return;
        }
        hits.add(hit);
        if (hits.size() > most) {
            hits.remove();
        }
        if (hits.size() == most) {
            last = hits.peek();
        }
    }

    void addAll(Best others) {
        seen += others.seen;
        for (Hit hit : others.hits()) {
            if (isBehindLast(hit)) {
                return;
            }
            add(hit);
        }
    }

    private boolean isBehindLast(Hit hit) {
        return last != null && Hit.BEST_FIRST.compare(hit, last) > 0;
    }

    /** How many were seen. */
    int seen() {
        return seen;
    }

    /** The best, the better first. */
    ImmutableList<Hit> hits() {
        return ImmutableList.sortedCopyOf(Hit.BEST_FIRST, hits);
    }
}
