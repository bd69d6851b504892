package io.github.logseqls.bench.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code logseq-ls check} on whole graphs, each run a process of its own; the files are in the system's cache. */
final class CheckRows {

    private static final int RUNS = 5;

    private CheckRows() {}

    static List<Row> of(Graphs graphs) throws IOException, InterruptedException {
        // What an editor's first start makes in the background.
        WholeProcess.run(Launcher.command("archive"));
        List<Row> rows = new ArrayList<>();
        for (GraphFolder graph : graphs.bySize()) {
            rows.add(row(
                    "`check`, %,d pages".formatted(graph.pages()),
                    Launcher.command("check", graph.folder().toString()),
                    wall(graph),
                    Target.forPages(10_000, graph, 2.6, Double.POSITIVE_INFINITY)));
        }
        for (GraphFolder graph : graphs.bySize()) {
            rows.add(row(
                    "the same where no archive of classes was made, %,d pages".formatted(graph.pages()),
                    Launcher.withoutArchive("check", graph.folder().toString()),
                    wall(graph),
                    Target.forPages(10_000, graph, 2.6, Double.POSITIVE_INFINITY)));
        }
        return rows;
    }

    /** The median of some runs of a command behind one that warms the system's cache. */
    static Row row(String what, List<String> command, Target wall, Target cpu)
            throws IOException, InterruptedException {
        WholeProcess.run(command);
        List<WholeProcess> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(WholeProcess.run(command));
        }
        runs.sort(Comparator.comparingDouble(WholeProcess::wallSeconds));
        WholeProcess median = runs.get(RUNS / 2);
        Row row = Row.of(
                        what,
                        new Figure("wall", median.wallSeconds(), "s", wall),
                        new Figure("CPU", median.cpuSeconds(), "s", cpu))
                .with("the median of %d runs".formatted(RUNS));
        return median.peakMegabytes().isPresent()
                ? row.with(Figure.of("peak", median.peakMegabytes().getAsDouble(), "MB"))
                : row.with("memory not known");
    }

    private static Target wall(GraphFolder graph) {
        Target large = Target.forPages(100_000, graph, 5.5, 4.5);
        return large.isNone() ? Target.forPages(10_000, graph, 1.3, 0.9) : large;
    }
}
