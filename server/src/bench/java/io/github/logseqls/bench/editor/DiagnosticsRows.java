package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.bench.editor.Editor.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A keystroke that changes the last digit of an id that 500 pages refer to, or of a reference to it, and back: from the
 * change until the diagnostics of all open files that it concerns are published, without the silence before that.
 */
final class DiagnosticsRows {

    private static final int WARM_UP = 20;
    private static final int KEYSTROKES = 200;

    private DiagnosticsRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        GraphFolder graph = graphs.largest();
        ImmutableList<Path> all = ImmutableList.<Path>builder()
                .add(graph.desk())
                .addAll(graph.readers())
                .build();
        try (Editor editor = Launcher.editorAtDesk(graph)) {
            Samples id = samples(editor, graph, GraphFolder.ID_LINE, GraphFolder.ID_END, all);
            Samples ref =
                    samples(editor, graph, GraphFolder.REF_LINE, GraphFolder.REF_END, ImmutableList.of(graph.desk()));
            return List.of(
                    row(graph, "an id until %d files have".formatted(all.size()), id),
                    row(graph, "a reference until its file has", ref));
        }
    }

    private static Row row(GraphFolder graph, String changed, Samples times) {
        String what = "a keystroke in %s new diagnostics, %,d pages";
        return Row.ofTimes(what.formatted(changed, graph.pages()), times, new Target(10, 5));
    }

    private static Samples samples(Editor editor, GraphFolder graph, int line, int end, List<Path> concerned)
            throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int stroke = -WARM_UP; stroke < KEYSTROKES; stroke += 2) {
            double broken = millis(editor, graph, line, end, "c", concerned);
            double mended = millis(editor, graph, line, end, lastDigit(), concerned);
            if (stroke >= 0) {
                millis.addAll(List.of(broken, mended));
            }
        }
        return Samples.ofMillis(millis);
    }

    private static double millis(
            Editor editor, GraphFolder graph, int line, int end, String digit, List<Path> concerned) throws Exception {
        List<CompletableFuture<Message>> published = new ArrayList<>();
        for (Path file : concerned) {
            published.add(editor.nextDiagnostics(file, diagnostics -> true));
        }
        long start = System.nanoTime();
        editor.edit(graph.desk(), line, end - 1, end, digit);
        long last = start;
        for (CompletableFuture<Message> diagnostics : published) {
            last = Math.max(last, Editor.awaited(diagnostics).nanos());
        }
        return (last - start) / 1e6 - Launcher.SILENCE_MILLIS;
    }

    private static String lastDigit() {
        String id = GraphFolder.HOT_ID.toString();
        return id.substring(id.length() - 1);
    }
}
