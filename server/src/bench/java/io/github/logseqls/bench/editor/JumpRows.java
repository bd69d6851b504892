package io.github.logseqls.bench.editor;

import com.google.common.base.Splitter;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.bench.editor.Editor.Message;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions about references of a page of 50 KB, one behind the other, when each has been asked before. */
final class JumpRows {

    private static final int WARM_UP = 500;
    private static final int QUESTIONS = 1000;
    private static final int QUESTIONS_FOR_ALL = 100;
    private static final Pattern REF = Pattern.compile("\\(\\([0-9a-f-]{36}\\)\\)");

    private JumpRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        GraphFolder graph = graphs.largest();
        String pages = ", %,d pages".formatted(graph.pages());
        try (Editor editor = Launcher.editorAtDesk(graph)) {
            return List.of(
                    jump(editor, graph, "definition", pages),
                    jump(editor, graph, "hover", pages),
                    references(
                            editor,
                            graph,
                            "references to an id that is used %d times".formatted(GraphFolder.REFERENCES) + pages));
        }
    }

    private static Row jump(Editor editor, GraphFolder graph, String feature, String pages) throws Exception {
        String method = "textDocument/" + feature;
        List<Map<String, Object>> questions = new ArrayList<>();
        for (Map<String, Object> place : refs(graph)) {
            if (isAnswered(editor.answer(method, place))) {
                questions.add(place);
            }
        }
        List<Long> nanos = nanos(editor, method, questions, WARM_UP + QUESTIONS);
        return Row.ofTimes(feature + pages, Samples.ofNanos(nanos.subList(WARM_UP, nanos.size())), new Target(3, 1))
                .with("%d references".formatted(questions.size()));
    }

    private static Row references(Editor editor, GraphFolder graph, String what) throws Exception {
        if (!Launcher.offers("referencesProvider", graph)) {
            return Row.without(what, "not offered yet");
        }
        Map<String, Object> question =
                new HashMap<>(Editor.at(graph.desk(), GraphFolder.ID_LINE, GraphFolder.ID_END - 1));
        question.put("context", Map.of("includeDeclaration", false));
        long start = System.nanoTime();
        Message first = editor.answer("textDocument/references", question);
        double cold = (first.nanos() - start) / 1e6;
        List<Long> nanos = nanos(editor, "textDocument/references", List.of(question), QUESTIONS_FOR_ALL);
        return Row.ofTimes(what, Samples.ofNanos(nanos), new Target(30, 15))
                .with(Figure.of("first", cold, "ms"))
                .with("%d found".formatted(first.json().getAsJsonArray("result").size()));
    }

    private static List<Long> nanos(Editor editor, String method, List<Map<String, Object>> questions, int count)
            throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int asked = 0; asked < count; asked++) {
            long start = System.nanoTime();
            nanos.add(editor.answer(method, questions.get(asked % questions.size()))
                            .nanos()
                    - start);
        }
        return nanos;
    }

    /** Where the references of the desk stand. */
    private static List<Map<String, Object>> refs(GraphFolder graph) throws Exception {
        List<Map<String, Object>> refs = new ArrayList<>();
        int line = 0;
        for (String text : Splitter.on('\n').split(Files.readString(graph.desk()))) {
            Matcher ref = REF.matcher(text);
            while (ref.find()) {
                refs.add(Editor.at(graph.desk(), line, ref.start() + 4));
            }
            line++;
        }
        return refs;
    }

    /** Some references are broken on purpose; how soon that is found is not what is asked here. */
    private static boolean isAnswered(Message answer) {
        JsonElement result = ((JsonObject) answer.json()).get("result");
        return result != null && !result.isJsonNull() && !(result instanceof JsonArray array && array.isEmpty());
    }
}
