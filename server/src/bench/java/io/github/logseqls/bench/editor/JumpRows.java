package io.github.logseqls.bench.editor;

import io.github.logseqls.bench.editor.Editor.Message;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Questions about references of a page of 50 KB, one behind the other, when each has been asked before. */
final class JumpRows {

    private static final int WARM_UP = 500;
    private static final int QUESTIONS = 1000;
    private static final int QUESTIONS_FOR_ALL = 100;
    private static final Pattern REF = Pattern.compile("\\(\\((?=[0-9a-f-]{36}\\)\\))");

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
        Carets carets = new Carets(graph.desk(), Files.readString(graph.desk()));
        Rounds refs = Rounds.of("textDocument/" + feature, carets.behind(REF)).answered(editor);
        return Row.ofTimes(feature + pages, refs.times(editor, WARM_UP, QUESTIONS), new Target(3, 1))
                .with("%d references".formatted(refs.questions().size()));
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
        Samples times = Rounds.of("textDocument/references", List.of(question)).times(editor, 0, QUESTIONS_FOR_ALL);
        return Row.ofTimes(what, times, new Target(30, 15))
                .with(Figure.of("first", cold, "ms"))
                .with("%d found".formatted(first.json().getAsJsonArray("result").size()));
    }
}
