package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Streams;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over the wire in which an outline is edited. */
class OutlineIT {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @TempDir
    Path graph;

    private Path page;
    private WireClient client;

    @BeforeEach
    void openGraph() throws Exception {
        GraphFolder.create(graph, "{}");
        page = graph.resolve("pages/a.md");
        Files.writeString(page, "- 😀 one\n\t- two\n\t  id:: %s\n- three\n".formatted(ID));
        Files.writeString(graph.resolve("pages/b.md"), "- see ((%s))\n".formatted(ID));
        client = WireClient.start();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    @Test
    void commandsHaveTheEditorMakeTheEdit() throws Exception {
        JsonObject capabilities = begin().getAsJsonObject("capabilities");
        assertThat(capabilities
                        .getAsJsonObject("executeCommandProvider")
                        .getAsJsonArray("commands")
                        .toString())
                .contains("logseq-ls.moveBlocks", "logseq-ls.duplicateBlocks", "logseq-ls.deleteBlocks");

        JsonObject moved = run("logseq-ls.moveBlocks", 3, 4, "\"to\": \"up\"").getAsJsonObject("result");
        assertThat(moved.getAsJsonObject("range").getAsJsonObject("start").toString())
                .isEqualTo("{\"line\":0,\"character\":4}");
        JsonObject document =
                lastEdit().getAsJsonArray("documentChanges").get(0).getAsJsonObject();
        assertThat(document.getAsJsonObject("textDocument").get("version").getAsInt())
                .isEqualTo(1);
        JsonArray edits = document.getAsJsonArray("edits");
        assertThat(edits).hasSize(2);
        assertThat(edits.get(1).getAsJsonObject().get("newText").getAsString())
                .isEqualTo("\n- 😀 one\n\t- two\n\t  id:: " + ID);
    }

    @Test
    void atTheEndOfItsWayABlockStaysWithoutAWord() throws Exception {
        begin();
        assertThat(run("logseq-ls.moveBlocks", 0, 4, "\"to\": \"up\"")
                        .get("result")
                        .isJsonNull())
                .isTrue();
        assertThat(run("logseq-ls.moveBlocks", 0, 4, "\"to\": \"sideways\"")
                        .get("result")
                        .isJsonNull())
                .isTrue();
        assertThat(client.requests().stream()
                        .filter(request -> request.get("method").getAsString().equals("workspace/applyEdit")))
                .isEmpty();
    }

    /** A place in it is none in the page at hand. */
    @Test
    void nothingIsMovedToAPageOfNoGraph() throws Exception {
        begin();
        String elsewhere = graph.resolveSibling("elsewhere/pages/a.md").toUri().toString();
        String to = "\"to\": {\"textDocument\": {\"uri\": \"%s\"}, \"position\": {\"line\": 0, \"character\": 3}}";
        assertThat(run("logseq-ls.moveBlocks", 3, 4, to.formatted(elsewhere))
                        .get("result")
                        .isJsonNull())
                .isTrue();
        assertThat(client.requests().stream()
                        .filter(request -> request.get("method").getAsString().equals("workspace/applyEdit")))
                .isEmpty();
    }

    @Test
    void whoDeletesWhatOthersReferToIsAsked() throws Exception {
        begin();
        run("logseq-ls.deleteBlocks", 1, 4, "\"more\": 0");
        JsonObject question = client.requests().stream()
                .filter(request -> request.get("method").getAsString().equals("window/showMessageRequest"))
                .findFirst()
                .orElseThrow()
                .getAsJsonObject("params");
        assertThat(question.get("message").getAsString()).startsWith("1 reference leads to what is to be deleted");
    }

    @Test
    void blocksGoToAnotherPage() throws Exception {
        begin();
        JsonObject moved =
                run("logseq-ls.moveBlocks", 0, 4, "\"to\": {\"page\": \"b\"}").getAsJsonObject("result");
        assertThat(moved.get("uri").getAsString()).endsWith("/pages/b.md");
        assertThat(lastEdit().getAsJsonArray("documentChanges")).hasSize(2);
    }

    @Test
    void enterMakesTheNextBullet() throws Exception {
        begin();
        client.edit(page, 2, 0, 8, 8, "\n");
        JsonArray edits = ask("textDocument/onTypeFormatting", """
                "position": {"line": 1, "character": 0}, "ch": "\\n", "options": {"tabSize": 4, "insertSpaces": false}""").getAsJsonArray("result");
        assertThat(edits.get(0).getAsJsonObject().get("newText").getAsString()).isEqualTo("\t- ");
    }

    @Test
    void whatIsTypedOnAfterAKeyIsNotTakenForTheBlock() throws Exception {
        begin();
        client.edit(page, 2, 0, 8, 8, "\nnew\nnext");
        assertThat(newTexts("""
                "key": "enter", "range": %1$s, "typedTo": {"line": 2, "character": 4}""", 1, 0)).containsExactly("\t- ");
        assertThat(newTexts("""
                "key": "in", "range": %1$s""", 5, 2)).containsExactly("\t");
        assertThat(newTexts("""
                "key": "sideways", "range": %1$s""", 5, 2)).isEmpty();
    }

    private List<String> newTexts(String question, int line, int column) throws Exception {
        String range = """
                {"start": {"line": %1$d, "character": %2$d}, "end": {"line": %1$d, "character": %2$d}}""".formatted(line, column);
        JsonArray edits = ask("logseq/key", question.formatted(range))
                .getAsJsonObject("result")
                .getAsJsonArray("before");
        return Streams.stream(edits)
                .map(edit -> edit.getAsJsonObject().get("newText").getAsString())
                .toList();
    }

    @Test
    void pastedBlocksTakeTheIndentationOfTheirPlace() throws Exception {
        begin();
        JsonObject pasted = ask("logseq/paste", """
                "range": {"start": {"line": 1, "character": 6}, "end": {"line": 1, "character": 6}},
                "text": "- x\\n  id:: %s\\n  - y\\n\"""".formatted(ID)).getAsJsonObject("result");
        assertThat(pasted.getAsJsonArray("edits")
                        .get(0)
                        .getAsJsonObject()
                        .get("newText")
                        .getAsString())
                .matches("\\n\\t- x\\n\\t  id:: (?!%s)[-0-9a-f]{36}\\n\\t\\t- y".formatted(ID));
    }

    private JsonObject begin() throws Exception {
        JsonObject capabilities = WireClient.parse("""
                {"general": {}, "window": {"workDoneProgress": true},
                 "workspace": {"workspaceFolders": true, "applyEdit": true,
                   "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
                   "workspaceEdit": {"documentChanges": true, "changeAnnotationSupport": {},
                     "resourceOperations": ["create"]}}}
                """);
        JsonObject result = client.initialize(graph, capabilities);
        client.open(page, Files.readString(page));
        client.awaitGraph();
        return result;
    }

    private JsonObject run(String command, int line, int column, String more) throws Exception {
        String at = "{\"line\": %d, \"character\": %d}".formatted(line, column);
        return client.request(
                "workspace/executeCommand", WireClient.parse("""
                {"command": "%s", "arguments": [
                  {"textDocument": {"uri": "%s"}, "range": {"start": %s, "end": %s}, %s}]}
                """.formatted(command, page.toUri(), at, at, more)));
    }

    private JsonObject ask(String method, String more) throws Exception {
        return client.request(
                method, WireClient.parse("{\"textDocument\": {\"uri\": \"%s\"}, %s}".formatted(page.toUri(), more)));
    }

    private JsonObject lastEdit() throws IOException {
        return client.requests().stream()
                .filter(request -> request.get("method").getAsString().equals("workspace/applyEdit"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .getAsJsonObject("params")
                .getAsJsonObject("edit");
    }
}
