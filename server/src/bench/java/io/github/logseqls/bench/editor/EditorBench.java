package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures the packaged server from an editor's side and writes the report; {@link Options} can be chosen. */
public final class EditorBench {

    /** A group of rows, which is measured in processes of its own. */
    private interface Group {
        List<Row> rows(Graphs graphs) throws Exception;
    }

    private static final ImmutableMap<String, Group> GROUPS = ImmutableMap.<String, Group>builder()
            .put("check", CheckRows::of)
            .put("start", StartRows::of)
            .put("memory", MemoryRows::of)
            .put("keystroke", KeystrokeRows::of)
            .put("diagnostics", DiagnosticsRows::of)
            .put("jump", JumpRows::of)
            .put("caret", CaretRows::of)
            .put("long", LongPageRows::of)
            .put("search", SearchRows::of)
            .put("completion", CompletionRows::of)
            .put("rename", RenameRows::of)
            .put("document", DocumentRows::of)
            .put("burst", BurstRows::of)
            .put("peers", PeerRows::of)
            .buildOrThrow();

    private EditorBench() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.ofProperties();
        if (!Files.exists(Path.of("target/logseq-ls.jar"))) {
            throw new IOException("The server is not built: run mvn package first.");
        }
        if (!GROUPS.keySet().containsAll(options.rows())) {
            throw new IllegalArgumentException("The groups of rows are " + GROUPS.keySet());
        }
        double load = Machine.load();
        Graphs graphs = graphs(options);
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Group> group : GROUPS.entrySet()) {
            if (options.wants(group.getKey())) {
                List<Row> measured = rows(group, graphs);
                measured.forEach(row -> System.out.println(row.markdown()));
                rows.addAll(measured);
            }
        }
        new EditorReport(options, load, rows).write();
    }

    /** One group that fails does not cost the figures of the others. */
    private static List<Row> rows(Map.Entry<String, Group> group, Graphs graphs) {
        try {
            return group.getValue().rows(graphs);
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(Row.without(group.getKey(), "failed: " + e.getClass().getSimpleName()));
        }
    }

    private static Graphs graphs(Options options) throws IOException {
        Files.createDirectories(options.graphs());
        ImmutableList.Builder<GraphFolder> graphs = ImmutableList.builder();
        for (int pages : options.pages()) {
            graphs.add(GraphFolder.of(options.graphs(), options.seed(), pages));
        }
        return new Graphs(graphs.build());
    }
}
