package io.github.logseqls.bench.editor;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All rows of a run as a page of Markdown, and as JSON beside it.
 *
 * @param load of the machine before the run: what others did there is in the figures too
 */
record EditorReport(Options options, double load, List<Row> rows) {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    void write() throws IOException {
        Path markdown = options.report().toAbsolutePath();
        String name = markdown.getFileName().toString().replaceFirst("\\.md$", "");
        Files.createDirectories(markdown.getParent());
        Files.writeString(markdown, markdown());
        Files.writeString(markdown.resolveSibling(name + ".json"), GSON.toJson(json()) + "\n");
    }

    /** What figures cannot say. */
    private static final Path NOTES = Path.of("src/bench/notes.md");

    String markdown() throws IOException {
        return """
                # Benchmarks

                The packaged server (`bin/logseq-ls`, JVM options `%s`)
                as an editor sees it, over stdio, a fresh process for each group of rows; and other programs on the same graphs.
                Measured on: %s; load before the run: %.1f.

                The graphs are generated from seed %d, with the rates of real ones. Times are from the moment before the
                question is written until the last byte of the answer has come; `p99` is the 99th percentile, MB are millions of
                bytes, CPU is that of all threads. A verdict is `stretch` or `gate`, whichever all figures of the row keep, or
                `missed`.

                To repeat it, when `mvn package` has built the server:

                    mvn -Pbench -pl server test-compile exec:exec@editor %s

                | what | figures | gate | stretch | verdict |
                |---|---|---|---|---|
                %s

                %s""".formatted(
                        Launcher.jvmOptions(),
                        Machine.description(),
                        load,
                        options.seed(),
                        options.asked(),
                        rows.stream().map(Row::markdown).collect(Collectors.joining("\n")),
                        Files.readString(NOTES));
    }

    private JsonObject json() throws IOException {
        JsonArray all = new JsonArray();
        rows.forEach(row -> all.add(row.json()));
        JsonObject json = new JsonObject();
        json.add("machine", Machine.json());
        json.addProperty("load", load);
        json.addProperty("jvmOptions", Launcher.jvmOptions());
        json.addProperty("seed", options.seed());
        json.addProperty("options", options.asked());
        json.add("rows", all);
        return json;
    }
}
