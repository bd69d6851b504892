package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.gson.JsonPrimitive;
import io.github.logseqls.bench.editor.Editor.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/** Searching a whole graph: the first time, when what is searched is gathered, each time after, and what that occupies. */
final class SearchRows {

    private static final String METHOD = "workspace/symbol";
    private static final String TOKEN = "parts";
    private static final int WARM_UP = 50;
    private static final int SEARCHES = 500;
    private static final int WORDS = 100;

    private SearchRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (GraphFolder graph : graphs.large()) {
            rows.addAll(rows(graph));
        }
        return rows;
    }

    private static List<Row> rows(GraphFolder graph) throws Exception {
        String pages = ", %,d pages".formatted(graph.pages());
        if (!Launcher.offers("workspaceSymbolProvider", graph)) {
            return List.of(Row.without(METHOD + pages, "not offered"));
        }
        Rounds searches = searches(graph);
        try (Editor editor = Launcher.editorIn(graph)) {
            Row first = first(
                    editor,
                    graph,
                    "the first " + METHOD + pages,
                    searches.questions().get(0));
            Samples times = searches.times(editor, WARM_UP, SEARCHES);
            Row next =
                    Row.ofTimes(METHOD + pages, times, Target.forPages(100_000, graph, 100, Double.POSITIVE_INFINITY));
            return List.of(first, next, memory(editor, graph, "memory when it has searched" + pages));
        }
    }

    /** Takes the answer in parts, as far as the server gives any. */
    private static Row first(Editor editor, GraphFolder graph, String what, Map<String, Object> search)
            throws Exception {
        CompletableFuture<Message> part =
                editor.next("$/progress", progress -> progress.get("token").equals(new JsonPrimitive(TOKEN)));
        long start = System.nanoTime();
        Message whole = editor.answer(METHOD, Map.of("query", search.get("query"), "partialResultToken", TOKEN));
        Target target = Target.forPages(100_000, graph, 1, Double.POSITIVE_INFINITY);
        Row row = Row.of(what, new Figure("whole", (whole.nanos() - start) / 1e9, "s", target));
        return part.isDone()
                ? row.with(new Figure("first part", (part.get().nanos() - start) / 1e9, "s", target))
                : row.with("not in parts");
    }

    private static Row memory(Editor editor, GraphFolder graph, String what) {
        OptionalDouble resident = ProcessStatus.resident(editor.server());
        OptionalDouble peak = ProcessStatus.peak(editor.server());
        return resident.isEmpty() || peak.isEmpty()
                ? Row.without(what, "not known here")
                : Row.of(
                        what,
                        new Figure(
                                "resident",
                                resident.getAsDouble(),
                                "MB",
                                Target.forPages(100_000, graph, 1100, Double.POSITIVE_INFINITY)),
                        Figure.of("peak", peak.getAsDouble(), "MB"));
    }

    /** Names of pages, and what somebody has typed of them before they are whole. */
    private static Rounds searches(GraphFolder graph) throws Exception {
        // The title of a journal is not the name of its file.
        List<Path> pages = graph.closedPages().stream()
                .filter(file -> file.getParent().endsWith("pages"))
                .toList();
        ImmutableList.Builder<Map<String, Object>> searches = ImmutableList.builder();
        for (int i = 0; i < pages.size(); i += Math.max(1, pages.size() / WORDS)) {
            String name = MoreFiles.getNameWithoutExtension(pages.get(i)).replace("___", "/");
            searches.add(Map.of("query", name));
            searches.add(Map.of("query", name.substring(0, Math.min(3, name.length()))));
        }
        return new Rounds(METHOD, searches.build());
    }
}
