package io.github.logseqls.bench.editor;

import com.google.gson.JsonNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the start of a process to its answer to {@code initialize}, in turn with VS Code's Markdown server. */
final class StartRows {

    private static final int STARTS = 20;

    private StartRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        Optional<List<String>> peer = MarkdownServer.command();
        // What a first start makes in the background: the second is what is measured.
        WholeProcess.run(Launcher.command("archive"));
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int start = -2; start < STARTS; start++) {
            double own = millis(Launcher.command(), graphs.smallest());
            double other = peer.isPresent() ? millis(peer.get(), graphs.smallest()) : 0;
            // The first two bring the files into the system's cache.
            if (start >= 0) {
                ours.add(own);
                theirs.add(other);
            }
        }
        Samples own = Samples.ofMillis(ours);
        Row row = Row.ofTimes("spawn to the answer to `initialize`", own, Target.NONE);
        if (peer.isEmpty()) {
            return List.of(row.with(MarkdownServer.NAME + " is not installed"));
        }
        Samples other = Samples.ofMillis(theirs);
        Row against = Row.of(
                "the same against %s".formatted(MarkdownServer.NAME),
                new Figure("", own.median() / other.median(), "times", new Target(1.8, 1.5)));
        return List.of(row, Row.ofTimes("the same of " + MarkdownServer.NAME, other, Target.NONE), against);
    }

    private static double millis(List<String> command, GraphFolder graph) throws Exception {
        long start = System.nanoTime();
        try (Editor editor = new Editor(command, request -> JsonNull.INSTANCE)) {
            long answered = editor.answer("initialize", Launcher.initialize(graph.folder()))
                    .nanos();
            return (answered - start) / 1e6;
        }
    }
}
