package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over the wire about notes that are brought into another form. */
class RefactorIT {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @TempDir
    Path graph;

    private Path page;
    private WireClient client;

    @BeforeEach
    void openGraph() throws Exception {
        GraphFolder.create(graph, "{:default-templates {:journals \"day\"}}");
        page = graph.resolve("pages/a.md");
        Files.writeString(page, "- 😀 one\n- two\n  id:: %s\n- TODO three\n".formatted(ID));
        Files.writeString(graph.resolve("pages/b.md"), "- template\n  template:: day\n\t- on <%current page%>\n");
        Files.writeString(graph.resolve("pages/oven.md"), "- hot\n");
        Files.writeString(graph.resolve("pages/Bread.md"), "- from the [[oven]]\n");
        Files.createDirectories(graph.resolve("journals"));
        Files.writeString(graph.resolve("journals/2020_01_02.md"), "- then\n");
        client = WireClient.start();
        client.initialize(graph, WireClient.parse("""
                {"general": {}, "window": {"workDoneProgress": true, "showDocument": {"support": true}},
                 "workspace": {"workspaceFolders": true, "applyEdit": true,
                   "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
                   "workspaceEdit": {"documentChanges": true, "resourceOperations": ["create", "delete"]}},
                 "textDocument": {"codeAction": {"dataSupport": true, "resolveSupport": {"properties": ["edit"]},
                   "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}}
                """));
        client.open(page, Files.readString(page));
        client.awaitGraph();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    @Test
    void anActionGetsItsEditsWhenItIsChosen() throws Exception {
        JsonObject action = action(3, "Mark as DOING");
        assertThat(action.get("kind").getAsString()).isEqualTo("refactor.rewrite");
        assertThat(action.has("edit")).isFalse();
        JsonObject resolved = client.request("codeAction/resolve", action).getAsJsonObject("result");
        assertThat(edits(resolved.getAsJsonObject("edit")).toString()).contains("DOING", "CLOCK: [");
    }

    @Test
    void anActionForAnOlderVersionIsRefusedWithAMessage() throws Exception {
        JsonObject action = action(3, "Mark as DOING");
        client.edit(page, 2, 0, 0, 0, "- new\\n");
        assertThat(client.request("codeAction/resolve", action)
                        .getAsJsonObject("result")
                        .has("edit"))
                .isFalse();
        client.await(
                "window/showMessage",
                params -> params.get("message").getAsString().contains("was edited since"));
    }

    @Test
    void aCommandHasTheEditorMakeARefactoring() throws Exception {
        command("refactor", 0, "\"refactoring\": \"joinWithNext\"");
        client.await(
                "window/showMessage",
                params -> params.get("message").getAsString().contains("properties of its own"));
        command("extractToPage", 3, "\"page\": \"New page\"");
        JsonObject edit = applied();
        assertThat(edit.toString()).contains("New%20page.md", "[[New page]]");
    }

    @Test
    void aPageBecomesOneWithAnotherWhichIsThere() throws Exception {
        page = graph.resolve("pages/oven.md");
        client.open(page, Files.readString(page));
        command("mergePage", 0, "\"page\": \"none\"");
        client.await(
                "window/showMessage",
                params -> params.get("message").getAsString().contains("There is no page “none”"));
        assertThat(client.count("workspace/applyEdit")).isZero();
        command("mergePage", 0, "\"page\": \"bread\"");
        String edit = applied().toString();
        assertThat(edit).contains("- hot", "\"newText\":\"Bread\"", "\"kind\":\"delete\"", "pages/oven.md");
    }

    @Test
    void aReferenceIsCopiedAndTheBlockGetsAnIdForIt() throws Exception {
        assertThat(command("copyBlockEmbed", 1, "").getAsString()).isEqualTo("{{embed ((" + ID + "))}}");
        assertThat(client.count("workspace/applyEdit")).isZero();
        String text = command("copyBlockRef", 0, "").getAsString();
        assertThat(edits(applied()).toString()).contains("id:: " + text.substring(2, text.length() - 2));
    }

    @Test
    void templatesAreInsertedAndJournalsOpened() throws Exception {
        assertThat(command("templates", 0, "").toString()).isEqualTo("[\"day\"]");
        command("insertTemplate", 3, "\"template\": \"day\"");
        assertThat(edits(applied()).toString()).contains("on [[a]]");
        assertThat(command("openJournal", 0, "\"day\": \"previous\"").getAsString())
                .endsWith("journals/2020_01_02.md");
        String today = command("openJournal", 0, "\"day\": \"today\"").getAsString();
        assertThat(today).contains("/journals/");
        assertThat(applied().toString()).contains(today, "template");
        assertThat(client.count("window/showDocument")).isEqualTo(2);
    }

    private JsonObject action(int line, String title) throws Exception {
        JsonArray actions = client.request(
                        "textDocument/codeAction", WireClient.parse("""
                        {"textDocument": {"uri": "%s"}, "context": {"diagnostics": [], "only": ["refactor"]}, "range": %s}
                        """.formatted(page.toUri(), range(line))))
                .getAsJsonArray("result");
        for (JsonElement action : actions) {
            if (action.getAsJsonObject().get("title").getAsString().equals(title)) {
                return action.getAsJsonObject();
            }
        }
        throw new AssertionError("no such action in " + actions);
    }

    private JsonElement command(String name, int line, String more) throws Exception {
        return client.request("workspace/executeCommand", WireClient.parse("""
                        {"command": "logseq-ls.%s", "arguments": [{"textDocument": {"uri": "%s"}, "range": %s%s}]}
                        """.formatted(
                                name, page.toUri(), range(line), more.isEmpty() ? "" : ", " + more)))
                .get("result");
    }

    private static String range(int line) {
        return "{\"start\": {\"line\": %1$d, \"character\": 2}, \"end\": {\"line\": %1$d, \"character\": 2}}"
                .formatted(line);
    }

    /** What the editor was asked to apply last. */
    private JsonObject applied() {
        return client.requests().stream()
                .filter(request -> request.get("method").getAsString().equals("workspace/applyEdit"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .getAsJsonObject("params")
                .getAsJsonObject("edit");
    }

    private static JsonArray edits(JsonObject edit) {
        JsonArray documents = edit.getAsJsonArray("documentChanges");
        return documents.get(documents.size() - 1).getAsJsonObject().getAsJsonArray("edits");
    }
}
