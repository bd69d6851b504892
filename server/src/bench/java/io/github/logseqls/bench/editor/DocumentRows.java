package io.github.logseqls.bench.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The documents that the server makes of what is said of a page elsewhere, for the pages that the desk refers to. */
final class DocumentRows {

    private static final String METHOD = "workspace/textDocumentContent";
    private static final int PAGES = 10_000;
    private static final int WARM_UP = 20;
    private static final int DOCUMENTS = 100;
    private static final Pattern PAGE = Pattern.compile("\\[\\[");

    private DocumentRows() {}

    static List<Row> of(Graphs graphs) throws Exception {
        GraphFolder graph = graphs.withAtLeast(PAGES);
        JsonElement workspace = Launcher.capabilities(graph).get("workspace");
        boolean isOffered = workspace instanceof JsonObject object && object.has("textDocumentContent");
        try (Editor editor = Launcher.editorAtDesk(graph)) {
            return List.of(
                    row(editor, graph, isOffered, "linked references", "linkedReferences"),
                    row(editor, graph, isOffered, "unlinked mentions", "unlinkedMentions"));
        }
    }

    private static Row row(Editor editor, GraphFolder graph, boolean isOffered, String name, String kind)
            throws Exception {
        String what = "%s as a document, %,d pages".formatted(name, graph.pages());
        if (!isOffered) {
            return Row.without(what, "not offered");
        }
        Rounds documents = Rounds.of(METHOD, addresses(editor, graph, kind)).answered(editor);
        return documents.questions().isEmpty()
                ? Row.without(what, "there is none")
                : Row.ofTimes(what, documents.times(editor, WARM_UP, DOCUMENTS), Target.NONE)
                        .with("%d documents".formatted(documents.questions().size()));
    }

    private static List<Map<String, Object>> addresses(Editor editor, GraphFolder graph, String kind) throws Exception {
        List<Map<String, Object>> addresses = new ArrayList<>();
        for (Map<String, Object> caret : new Carets(graph.desk(), Files.readString(graph.desk())).behind(PAGE)) {
            JsonElement address = editor.answer(
                            "logseq/document",
                            Map.of(
                                    "kind",
                                    kind,
                                    "textDocument",
                                    caret.get("textDocument"),
                                    "position",
                                    caret.get("position")))
                    .json()
                    .get("result");
            if (address instanceof JsonObject document) {
                addresses.add(Map.of("uri", document.get("uri")));
            }
        }
        return addresses;
    }
}
