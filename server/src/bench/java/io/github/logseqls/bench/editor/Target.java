package io.github.logseqls.bench.editor;

/**
 * What a figure should be at most, in the figure's unit.
 *
 * @param gate what it must not exceed
 * @param stretch what it would be good not to exceed; infinite where nothing is said of that
 */
record Target(double gate, double stretch) {

    static final Target NONE = new Target(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Target ofGate(double gate) {
        return new Target(gate, Double.POSITIVE_INFINITY);
    }

    /** A target that holds for graphs of some size only. */
    static Target forPages(int pages, GraphFolder graph, double gate, double stretch) {
        return graph.pages() == pages ? new Target(gate, stretch) : NONE;
    }

    boolean isNone() {
        return equals(NONE);
    }
}
