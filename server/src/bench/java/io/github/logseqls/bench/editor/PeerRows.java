package io.github.logseqls.bench.editor;

import com.google.gson.JsonPrimitive;
import io.github.logseqls.bench.editor.Editor.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other programs need for something like our work, on the same graphs; they have no targets. */
final class PeerRows {

    private static final String IDS_AND_REFS = "\\(\\([0-9a-f-]{36}\\)\\)|id:: [0-9a-f-]{36}";
    private static final int WARM_UP = 200;
    private static final int QUESTIONS = 1000;

    private PeerRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (GraphFolder graph : graphs.bySize()) {
            rows.add(search(graph));
        }
        rows.add(definition(graphs.smallest()));
        rows.add(parse(graphs.smallest()));
        return rows;
    }

    private static Row search(GraphFolder graph) throws IOException, InterruptedException {
        String what = "`rg` for ids and references, %,d pages".formatted(graph.pages());
        return WholeProcess.isInstalled("rg")
                ? CheckRows.row(
                        what, List.of("rg", "-o", IDS_AND_REFS, graph.folder().toString()), Target.NONE, Target.NONE)
                : Row.without(what, "not installed");
    }

    /** Within a page, of links as Markdown has them; of block references that server knows nothing. */
    private static Row definition(GraphFolder graph) throws Exception {
        String what = "definition in a page of 50 KB, " + MarkdownServer.NAME;
        Optional<List<String>> command = MarkdownServer.command();
        if (command.isEmpty()) {
            return Row.without(what, "not installed");
        }
        List<Long> nanos = new ArrayList<>();
        try (Editor editor = new Editor(command.get(), MarkdownServer::answer)) {
            editor.answer("initialize", Launcher.initialize(graph.folder()));
            editor.tell("initialized", Map.of());
            editor.open(
                    graph.desk(),
                    "[link][there]\n\n%s\n\n[there]: other.md\n".formatted(Files.readString(graph.desk())));
            for (int asked = 0; asked < WARM_UP + QUESTIONS; asked++) {
                long start = System.nanoTime();
                Message answer =
                        editor.answer("textDocument/definition", Editor.at(graph.desk(), 0, "[link][the".length()));
                nanos.add(answer.nanos() - start);
                if (!answer.json().toString().contains("Desk.md")) {
                    throw new IOException("no definition: " + answer.json());
                }
            }
        }
        return Row.ofTimes(what, Samples.ofNanos(nanos.subList(WARM_UP, nanos.size())), Target.NONE);
    }

    /** Each page once, one behind the other, in a process that has started. */
    private static Row parse(GraphFolder graph) throws IOException, InterruptedException {
        String what = "mldoc 1.5.9 reading %,d pages".formatted(graph.pages());
        if (!Files.exists(Path.of("fuzz/node_modules/mldoc")) || !WholeProcess.isInstalled("node")) {
            return Row.without(what, "not installed");
        }
        Process process = new ProcessBuilder("node", "--stack-size=4000", "src/bench/js/parse.mjs")
                .redirectError(Redirect.DISCARD)
                .start();
        try (Writer questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            length("- a\n", questions, answers);
            long start = System.nanoTime();
            for (Path page : graph.closedPages()) {
                length(Files.readString(page), questions, answers);
            }
            return Row.of(what, Figure.of("wall", (System.nanoTime() - start) / 1e9, "s"));
        } finally {
            process.destroy();
        }
    }

    /** How long the parser's answer about a text is, which tells that it has read it. */
    private static int length(String text, Writer questions, BufferedReader answers) throws IOException {
        questions.write(new JsonPrimitive(text) + "\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("Logseq's parser died");
        }
        return Integer.parseInt(answer);
    }
}
