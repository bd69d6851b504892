package io.github.logseqls.bench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the server occupies when it has read a graph and nothing was asked of it, and what reading took. */
final class MemoryRows {

    private MemoryRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (GraphFolder graph : graphs.bySize()) {
            rows.add(row(graph));
        }
        return rows;
    }

    private static Row row(GraphFolder graph) throws Exception {
        String what = "memory after reading %,d pages".formatted(graph.pages());
        long start = System.nanoTime();
        try (Editor editor = Launcher.editorIn(graph)) {
            Figure wall = Figure.of("read in", (System.nanoTime() - start) / 1e9, "s");
            double cpuSeconds = editor.cpuSeconds();
            // What it still has to do is done then.
            Thread.sleep(2000);
            OptionalDouble resident = ProcessStatus.resident(editor.server());
            OptionalDouble peak = ProcessStatus.peak(editor.server());
            if (resident.isEmpty() || peak.isEmpty()) {
                return Row.of(what, wall).with("memory not known here");
            }
            return Row.of(
                    what,
                    new Figure("resident", resident.getAsDouble(), "MB", target(graph)),
                    Figure.of("peak", peak.getAsDouble(), "MB"),
                    wall,
                    Figure.of("CPU", cpuSeconds, "s"));
        }
    }

    private static Target target(GraphFolder graph) {
        Target large = Target.forPages(100_000, graph, 600, 450);
        return large.isNone() ? Target.forPages(10_000, graph, 180, 140) : large;
    }
}
