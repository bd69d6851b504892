package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which steps a graph became what it is, as far as they are few and small: whoever keeps up with it need not compare all of its
 * files.
 */
final class Lineage {

    private static final int MOST_STEPS = 64;
    private static final int MOST_FILES = 256;

    /** The last one last. */
    private final ImmutableList<Step> steps;

    /** Stands for this one, so that those after it need not keep it. */
    private final Object mark = new Object();

    private Lineage(ImmutableList<Step> steps) {
        this.steps = steps;
    }

    /** One step: the files that changed since the graph of a mark. */
    private record Step(Object mark, ImmutableSet<PagePath> changed) {}

    /** Of a graph that is not made from another one. */
    static Lineage begun() {
        return new Lineage(ImmutableList.of());
    }

    /** Of the graph after some files changed. */
    Lineage after(Set<PagePath> changed) {
        if (changed.size() > MOST_FILES) {
            return begun();
        }
        List<Step> last = steps.subList(Math.max(0, steps.size() + 1 - MOST_STEPS), steps.size());
        return new Lineage(ImmutableList.<Step>builder()
                .addAll(last)
                .add(new Step(mark, ImmutableSet.copyOf(changed)))
                .build());
    }

    /** The files that may have changed since an earlier graph; empty where that is not known. */
    Optional<Set<PagePath>> since(Lineage earlier) {
        Set<PagePath> changed = new HashSet<>();
        if (earlier == this) {
            return Optional.of(changed);
        }
        for (Step step : steps.reverse()) {
            changed.addAll(step.changed());
            if (step.mark() == earlier.mark) {
                return Optional.of(changed);
            }
        }
        return Optional.empty();
    }
}
