package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;

/** The graphs of a run, the smallest first; there is one at least. */
record Graphs(ImmutableList<GraphFolder> bySize) {

    private static final int LARGE = 10_000;

    GraphFolder smallest() {
        return bySize.get(0);
    }

    GraphFolder largest() {
        return bySize.get(bySize.size() - 1);
    }

    /** The smallest and the largest, which may be one. */
    ImmutableList<GraphFolder> ends() {
        return bySize.size() == 1 ? bySize : ImmutableList.of(smallest(), largest());
    }

    /** Those of 10,000 pages or more, or else the largest. */
    ImmutableList<GraphFolder> large() {
        ImmutableList<GraphFolder> large =
                bySize.stream().filter(graph -> graph.pages() >= LARGE).collect(ImmutableList.toImmutableList());
        return large.isEmpty() ? ImmutableList.of(largest()) : large;
    }

    /** The smallest with so many pages, or else the largest. */
    GraphFolder withAtLeast(int pages) {
        return bySize.stream()
                .filter(graph -> graph.pages() >= pages)
                .findFirst()
                .orElse(largest());
    }
}
