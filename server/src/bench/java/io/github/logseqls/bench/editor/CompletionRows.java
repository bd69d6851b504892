package io.github.logseqls.bench.editor;

import com.google.common.base.Splitter;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.bench.editor.Editor.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Suggestions while a reference is typed at the end of a page of 50 KB: each character, and at once a request for what may be
 * meant, until its answer has come. Of a block two words are typed that it holds, of a page its name.
 */
final class CompletionRows {

    private static final String METHOD = "textDocument/completion";
    private static final int WARM_UP = 20;
    private static final int TYPED = 60;
    private static final Pattern PROSE = Pattern.compile("\\t*- [a-z ]+\\.?");

    private final Editor editor;
    private final Path desk;
    private final int line;

    private CompletionRows(Editor editor, Path desk, int line) {
        this.editor = editor;
        this.desk = desk;
        this.line = line;
    }

    static List<Row> of(Graphs graphs) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (GraphFolder graph : graphs.large()) {
            rows.addAll(rows(graph));
        }
        return rows;
    }

    private static List<Row> rows(GraphFolder graph) throws Exception {
        String pages = ", %,d pages".formatted(graph.pages());
        if (!Launcher.offers("completionProvider", graph)) {
            return List.of(Row.without(METHOD + pages, "not offered"));
        }
        List<String> words = new ArrayList<>();
        List<String> names = new ArrayList<>();
        gather(graph, words, names);
        int lines = Splitter.on('\n').splitToList(Files.readString(graph.desk())).size();
        try (Editor editor = Launcher.editorAtDesk(graph)) {
            CompletionRows typing = new CompletionRows(editor, graph.desk(), lines - 1);
            editor.edit(graph.desk(), lines - 1, 0, 0, "- ");
            Row first = Row.of(
                    "the first suggestions of blocks" + pages,
                    new Figure("first", typing.first(words.get(0)), "ms", Target.ofGate(300)));
            // It waits for the texts of all pages.
            editor.answer("workspace/symbol", Map.of("query", words.get(0)));
            return List.of(
                    first,
                    typing.row("a character of `((two words` and its suggestions" + pages, "((", words, graph),
                    typing.row("a character of `[[name` and its suggestions" + pages, "[[", names, graph));
        }
    }

    /** Of pages here and there: two words of a block, and a name. */
    private static void gather(GraphFolder graph, List<String> words, List<String> names) throws Exception {
        List<Path> pages = graph.closedPages();
        Random random = new Random(1);
        while (words.size() < WARM_UP + TYPED) {
            Path page = pages.get(random.nextInt(pages.size()));
            for (String block : Splitter.on('\n').split(Files.readString(page))) {
                List<String> of = Splitter.on(' ').splitToList(block.strip());
                if (PROSE.matcher(block).matches() && of.size() > 6) {
                    words.add(of.get(3) + " " + of.get(5));
                    names.add(of.get(3) + " " + of.get(4));
                    break;
                }
            }
        }
    }

    private double first(String word) throws Exception {
        editor.edit(desk, line, 2, 2, "((" + word);
        long start = System.nanoTime();
        double millis = (ask(4 + word.length()).nanos() - start) / 1e6;
        editor.edit(desk, line, 2, 4 + word.length(), "");
        return millis;
    }

    private Row row(String what, String opener, List<String> texts, GraphFolder graph) throws Exception {
        List<Long> nanos = new ArrayList<>();
        long items = 0;
        double cpu = 0;
        for (int text = 0; text < WARM_UP + TYPED; text++) {
            if (text == WARM_UP) {
                cpu = editor.cpuSeconds();
            }
            String typed = opener + texts.get(text);
            editor.edit(desk, line, 2, 2, opener);
            for (int at = opener.length(); at < typed.length(); at++) {
                long start = System.nanoTime();
                editor.edit(desk, line, 2 + at, 2 + at, typed.substring(at, at + 1));
                Message answer = ask(2 + at + 1);
                if (text >= WARM_UP) {
                    nanos.add(answer.nanos() - start);
                    items += size(answer.json());
                }
            }
            editor.edit(desk, line, 2, 2 + typed.length(), "");
        }
        Target target = graph.pages() >= 100_000
                ? Target.forPages(100_000, graph, 50, Double.POSITIVE_INFINITY)
                : Target.forPages(10_000, graph, 20, Double.POSITIVE_INFINITY);
        return Row.ofTimes(what, Samples.ofNanos(nanos), target).with("%d items and %.1f ms of CPU time each"
                        .formatted(items / nanos.size(), (editor.cpuSeconds() - cpu) * 1e3 / nanos.size()));
    }

    private Message ask(int column) throws Exception {
        return editor.answer(METHOD, Editor.at(desk, line, column));
    }

    private static int size(JsonObject answer) {
        JsonElement result = answer.get("result");
        if (result instanceof JsonObject list) {
            return list.getAsJsonArray("items").size();
        }
        return result instanceof JsonArray items ? items.size() : 0;
    }
}
