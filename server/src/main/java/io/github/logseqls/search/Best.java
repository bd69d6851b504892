package io.github.logseqls.search;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Gathers the best of many hits, in room for a few. */
final class Best {

    private static final int SLACK = 4;

    private final int most;
    private final List<Hit> hits = new ArrayList<>();
    private long worst = Long.MIN_VALUE;
    private int seen;

    Best(int most) {
        this.most = most;
    }

    /** One for others, which are to be added here: what would not be kept here is not kept there. */
    Best another() {
        Best another = new Best(most);
        another.worst = worst;
        return another;
    }

    /** Whether a hit of such a rank would be kept, which is asked before one is made. */
    boolean takes(long rank) {
        return rank >= worst;
    }

    /** Counts something that answers, whether it is kept or not. */
    void see() {
        seen++;
    }

    void add(Hit hit) {
        if (hit.rank() >= worst) {
            hits.add(hit);
        }
        if (hits.size() >= SLACK * most + 1) {
            drop();
        }
    }

    void addAll(Best others) {
        seen += others.seen;
        others.hits.forEach(this::add);
    }

    /** How many were seen. */
    int seen() {
        return seen;
    }

    /** The best, the better first. */
    ImmutableList<Hit> hits() {
        return hits.stream().sorted(Hit.BEST_FIRST).limit(most).collect(ImmutableList.toImmutableList());
    }

    private void drop() {
        hits.sort(Hit.BEST_FIRST);
        hits.subList(most, hits.size()).clear();
        worst = hits.get(most - 1).rank();
    }
}
