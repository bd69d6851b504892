package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.bench.editor.Editor.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The packaged server, as users start it. */
final class Launcher {

    /** How long the server is silent before it publishes diagnostics, in milliseconds: DiagnosticsPublisher's. */
    static final double SILENCE_MILLIS = 150;

    private static final Path MODERN_EDITOR = Path.of("src/test/resources/modern-editor.json");

    private Launcher() {}

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of("bin/logseq-ls").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The same as on a machine where no editor has started it before. */
    static List<String> withoutArchive(String... arguments) {
        return ImmutableList.<String>builder()
                .add("env", "LOGSEQ_LS_CACHE=off")
                .addAll(command(arguments))
                .build();
    }

    /** The options of its Java virtual machine, in one line. */
    static String jvmOptions() throws IOException {
        return Files.readAllLines(Path.of("bin/jvm.options")).stream()
                .filter(line -> line.startsWith("-"))
                .collect(Collectors.joining(" "));
    }

    static Editor editor() throws IOException {
        return new Editor(command(), request -> JsonNull.INSTANCE);
    }

    /** Whether the server says that it can do something. */
    static boolean offers(String capability, GraphFolder graph) throws Exception {
        return capabilities(graph).has(capability);
    }

    /** What the server says it can do. */
    static JsonObject capabilities(GraphFolder graph) throws Exception {
        try (Editor editor = editor()) {
            return editor.answer("initialize", initialize(graph.folder()))
                    .json()
                    .getAsJsonObject("result")
                    .getAsJsonObject("capabilities");
        }
    }

    /** An editor that has a graph open, as soon as the server has read it; no file is open. */
    static Editor editorIn(GraphFolder graph) throws Exception {
        Editor editor = editor();
        CompletableFuture<Message> read = editor.next("$/progress", Launcher::isEnd);
        editor.answer("initialize", initialize(graph.folder()));
        editor.tell("initialized", Map.of());
        Editor.awaited(read);
        return editor;
    }

    /** As {@link #editorIn}, with the desk and the readers open too. */
    static Editor editorAtDesk(GraphFolder graph) throws Exception {
        Editor editor = editorIn(graph);
        editor.open(graph.desk(), Files.readString(graph.desk()));
        for (Path reader : graph.readers()) {
            editor.open(reader, Files.readString(reader));
        }
        editor.answer("textDocument/foldingRange", Editor.in(graph.desk()));
        // Until what is wrong in these files has been published.
        Thread.sleep(1000);
        return editor;
    }

    /** What a modern editor says of itself, but that it is told of diagnostics and does not ask: so their time is the server's. */
    static Map<String, ?> initialize(Path folder) throws IOException {
        String uri = folder.toUri().toString();
        JsonObject capabilities = JsonParser.parseString(Files.readString(MODERN_EDITOR)).getAsJsonObject();
        capabilities.getAsJsonObject("textDocument").remove("diagnostic");
        return Map.of(
                "processId", ProcessHandle.current().pid(),
                "rootUri", uri,
                "workspaceFolders", List.of(Map.of("uri", uri, "name", "graph")),
                "initializationOptions", Map.of("markdownFileExtensions", List.of("md")),
                "capabilities", capabilities);
    }

    private static boolean isEnd(JsonObject progress) {
        return progress.get("value") instanceof JsonObject value
                && value.get("kind").getAsString().equals("end");
    }
}
