package io.github.logseqls.bench.editor;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** All that may be asked where the caret stands in a page of 50 KB, or of the part of it that is in view. */
final class CaretRows {

    private static final int WARM_UP = 200;
    private static final int QUESTIONS = 500;
    private static final int LINES_IN_VIEW = 60;
    private static final Target TARGET = Target.ofGate(5);

    private static final Pattern BLOCK = Pattern.compile("\\(\\((?=[0-9a-f-]{36}\\)\\))|id:: ");
    private static final Pattern LINK = Pattern.compile("\\(\\(|id:: |\\[\\[");
    private static final Pattern PAGE = Pattern.compile("\\[\\[(?![A-Z])");
    private static final Pattern DAY = Pattern.compile("\\[\\[(?=[A-Z])");
    private static final Pattern KEY = Pattern.compile("[a-z](?=::)");
    private static final Pattern ANY = Pattern.compile("\\(\\(|\\[\\[|#|::|- ");

    /** What the generated pages have not: days, a value that is a page, a colour, a link. */
    private static final String MORE = """
            - [[Oct 30th, 2026]] and [[Oct 29th, 2026]]
              SCHEDULED: <2026-10-31 Sat>
              type:: [[book]]
              background-color:: red
            - a [link](../assets/some.pdf) and {{embed [[book]]}}
            """.repeat(5);

    private final Editor editor;
    private final JsonObject offered;
    private final Carets carets;
    private final String pages;

    private CaretRows(Editor editor, GraphFolder graph, String text) throws Exception {
        this.editor = editor;
        this.offered = Launcher.capabilities(graph);
        this.carets = new Carets(graph.desk(), text);
        this.pages = ", %,d pages".formatted(graph.pages());
    }

    static List<Row> of(Graphs graphs) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (GraphFolder graph : graphs.large()) {
            try (Editor editor = Launcher.editorAtDesk(graph)) {
                String text = Files.readString(graph.desk()) + MORE;
                editor.replace(graph.desk(), text);
                rows.addAll(new CaretRows(editor, graph, text).rows());
            }
        }
        return rows;
    }

    private List<Row> rows() throws Exception {
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        rows.add(row("hover of a page", "hover", PAGE));
        rows.add(row("hover of a property's key", "hover", KEY));
        rows.add(row("hover of a day", "hover", DAY));
        for (String feature : List.of("declaration", "typeDefinition", "implementation", "documentHighlight")) {
            rows.add(row(feature + " of a block", feature, BLOCK));
            rows.add(row(feature + " of a page", feature, PAGE));
        }
        rows.add(row("linkedEditingRange", "linkedEditingRange", BLOCK));
        rows.add(row("selectionRange", "selectionRangeProvider", "textDocument/selectionRange", selections()));
        rows.addAll(hierarchy("callHierarchy", LINK, "incomingCalls", "outgoingCalls"));
        rows.addAll(hierarchy("typeHierarchy", PAGE, "supertypes", "subtypes"));
        rows.add(row("inlayHint of 60 lines", "inlayHintProvider", "textDocument/inlayHint", views()));
        for (String feature : List.of("codeLens", "documentLink")) {
            rows.add(row(feature, feature + "Provider", "textDocument/" + feature, page()));
        }
        rows.add(row("documentColor", "colorProvider", "textDocument/documentColor", page()));
        return rows.build();
    }

    private Row row(String what, String feature, Pattern place) throws Exception {
        return row(what, feature + "Provider", "textDocument/" + feature, carets.behind(place));
    }

    private Row row(String what, String capability, String method, List<Map<String, Object>> questions)
            throws Exception {
        if (!offered.has(capability)) {
            return Row.without(what + pages, "not offered");
        }
        Rounds rounds = Rounds.of(method, questions).answered(editor);
        return rounds.questions().isEmpty()
                ? Row.without(what + pages, "no answer has anything in it")
                : Row.ofTimes(what + pages, rounds.times(editor, WARM_UP, QUESTIONS), TARGET)
                        .with("%d places".formatted(rounds.questions().size()));
    }

    /** The items at some places, and those on both sides of them. */
    private List<Row> hierarchy(String kind, Pattern place, String up, String down) throws Exception {
        String prepare = "textDocument/prepare" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        String capability = kind + "Provider";
        List<Map<String, Object>> items = !offered.has(capability)
                ? List.of()
                : Rounds.of(prepare, carets.behind(place)).found(editor).stream()
                        .map(item -> Map.<String, Object>of("item", item))
                        .toList();
        return List.of(
                row(kind, capability, prepare, carets.behind(place)),
                row(kind + ", " + up, capability, kind + "/" + up, items),
                row(kind + ", " + down, capability, kind + "/" + down, items));
    }

    private List<Map<String, Object>> selections() {
        return carets.behind(ANY).stream()
                .map(caret ->
                        Map.of("textDocument", caret.get("textDocument"), "positions", List.of(caret.get("position"))))
                .toList();
    }

    private List<Map<String, Object>> views() {
        return IntStream.iterate(0, line -> line < carets.lines(), line -> line + LINES_IN_VIEW)
                .mapToObj(line -> {
                    Map<String, Object> view = new HashMap<>(Editor.in(carets.page()));
                    view.put(
                            "range",
                            Map.of("start", Editor.position(line, 0), "end", Editor.position(line + LINES_IN_VIEW, 0)));
                    return view;
                })
                .toList();
    }

    private List<Map<String, Object>> page() {
        return List.of(Editor.in(carets.page()));
    }
}
