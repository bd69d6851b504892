package io.github.logseqls.bench.editor;

import com.google.gson.JsonObject;
import io.github.logseqls.bench.editor.Editor.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Thousands of files that another program has changed, reported at once, while somebody goes on asking for folds. Each
 * hundredth file and the last bring an id that an open page waits for: all are read when nothing is wrong with that page
 * any more. The silence before this is published is taken off.
 */
final class BurstRows {

    private static final int FILES = 5000;
    private static final int FILES_AN_ID = 100;
    private static final int BURSTS = 3;
    private static final int CHANGED = 2;

    private BurstRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        // A copy, since the files stay changed.
        GraphFolder graph = graphs.withAtLeast(2 * FILES).copy();
        try (Editor editor = Launcher.editorAtDesk(graph)) {
            List<Path> pages = graph.closedPages();
            List<Path> files = pages.subList(0, Math.min(FILES, pages.size()));
            Path waiting = graph.folder().resolve("pages/Waiting.md");
            editor.open(waiting, "");
            List<Double> millis = new ArrayList<>();
            List<Long> folds = new ArrayList<>();
            double before = editor.cpuSeconds();
            for (int burst = 0; burst < BURSTS; burst++) {
                millis.add(millis(editor, graph, files, waiting, folds));
            }
            double cpuSeconds = (editor.cpuSeconds() - before) / BURSTS;
            String what = "%,d changed files of %,d pages".formatted(files.size(), graph.pages());
            Row taken = Row.of(
                    what + " until all are read",
                    new Figure("median", Samples.ofMillis(millis).median() / 1000, "s", new Target(1.5, 0.8)),
                    Figure.of("longest", Samples.ofMillis(millis).p99() / 1000, "s"),
                    Figure.of("CPU of each", cpuSeconds, "s"));
            return List.of(
                    taken.with("of %d".formatted(BURSTS)),
                    Row.ofTimes("folds asked for meanwhile", Samples.ofNanos(folds), Target.ofGate(20)));
        } finally {
            graph.delete();
        }
    }

    private static double millis(Editor editor, GraphFolder graph, List<Path> files, Path waiting, List<Long> folds)
            throws Exception {
        Map<Path, UUID> ids = files.stream()
                .filter(file -> files.indexOf(file) % FILES_AN_ID == 0 || file.equals(files.get(files.size() - 1)))
                .collect(Collectors.toMap(file -> file, file -> UUID.randomUUID()));
        CompletableFuture<Message> broken =
                editor.nextDiagnostics(waiting, diagnostics -> count(diagnostics) == ids.size());
        editor.replace(
                waiting, ids.values().stream().map("- ((%s))\n"::formatted).collect(Collectors.joining()));
        Editor.awaited(broken);
        rewrite(files, ids);

        CompletableFuture<Message> mended = editor.nextDiagnostics(waiting, diagnostics -> count(diagnostics) == 0);
        long start = System.nanoTime();
        editor.tell("workspace/didChangeWatchedFiles", Map.of("changes", changes(files)));
        while (!mended.isDone()) {
            long asked = System.nanoTime();
            folds.add(editor.answer("textDocument/foldingRange", Editor.in(graph.desk()))
                            .nanos()
                    - asked);
            Thread.sleep(2);
        }
        return (Editor.awaited(mended).nanos() - start) / 1e6 - Launcher.SILENCE_MILLIS;
    }

    private static void rewrite(List<Path> files, Map<Path, UUID> ids) throws IOException {
        for (Path file : files) {
            UUID id = ids.get(file);
            Files.writeString(
                    file,
                    id == null ? "- changed\n" : "- changed\n  id:: %s\n".formatted(id),
                    StandardOpenOption.APPEND);
        }
    }

    private static List<Map<String, Object>> changes(List<Path> files) {
        return files.stream()
                .map(file -> Map.<String, Object>of("uri", file.toUri().toASCIIString(), "type", CHANGED))
                .toList();
    }

    private static int count(JsonObject published) {
        return published.getAsJsonArray("diagnostics").size();
    }
}
