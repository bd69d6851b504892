package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over the wire in which things get other names. */
class RenameIT {

    @TempDir
    Path graph;

    private Path page;
    private Path other;
    private Path journal;
    private WireClient client;

    @BeforeEach
    void writeGraph() throws Exception {
        GraphFolder.create(graph, "{}");
        page = graph.resolve("pages/Oven.md");
        other = graph.resolve("pages/other.md");
        journal = graph.resolve("journals/2024_01_05.md");
        Files.createDirectories(journal.getParent());
        Files.writeString(page, "- text\n");
        Files.writeString(other, "- 😀 [[Oven]] #oven\n");
        Files.writeString(journal, "- [x](../pages/Oven.md)\n");
        client = WireClient.start();
        begin();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    private void begin() throws Exception {
        JsonObject capabilities =
                client.initialize(graph, WireClient.parse("""
                {"general": {}, "window": {"workDoneProgress": true},
                 "workspace": {"workspaceFolders": true, "applyEdit": true,
                   "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
                   "fileOperations": {"willRename": true, "didRename": true, "willDelete": true, "didCreate": true},
                   "workspaceEdit": {"documentChanges": true, "changeAnnotationSupport": {},
                     "resourceOperations": ["create", "rename", "delete"]}},
                 "textDocument": {"rename": {"prepareSupport": true}}}
                """)).getAsJsonObject("capabilities");
        assertThat(capabilities
                        .getAsJsonObject("renameProvider")
                        .get("prepareProvider")
                        .getAsBoolean())
                .isTrue();
        client.open(other, Files.readString(other));
        client.awaitGraph();
    }

    @Test
    void aPageIsRenamedOnceAndForAll() throws Exception {
        JsonObject named = at("textDocument/prepareRename", "x").getAsJsonObject("result");
        assertThat(named.get("placeholder").getAsString()).isEqualTo("Oven");
        assertThat(named.getAsJsonObject("range").toString())
                .isEqualTo("{\"start\":{\"line\":0,\"character\":7},\"end\":{\"line\":0,\"character\":11}}");

        JsonObject edit = at("textDocument/rename", "Bread oven").getAsJsonObject("result");
        JsonArray changes = edit.getAsJsonArray("documentChanges");
        assertThat(changes).hasSize(3);
        assertThat(changes.get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("textDocument")
                        .get("version")
                        .isJsonNull())
                .isTrue();
        assertThat(changes.get(1)
                        .getAsJsonObject()
                        .getAsJsonObject("textDocument")
                        .get("version")
                        .getAsInt())
                .isEqualTo(1);
        JsonObject move = changes.get(2).getAsJsonObject();
        assertThat(move.get("kind").getAsString()).isEqualTo("rename");
        assertThat(move.get("newUri").getAsString()).endsWith("/pages/Bread%20oven.md");
        JsonObject note = edit.getAsJsonObject("changeAnnotations")
                .getAsJsonObject(move.get("annotationId").getAsString());
        assertThat(note.get("label").getAsString()).isEqualTo("Rename “Oven” to “Bread oven”");
        assertThat(note.get("needsConfirmation").getAsBoolean()).isFalse();

        JsonObject files =
                files(move.get("oldUri").getAsString(), move.get("newUri").getAsString());
        // Shown and dismissed: then the user renames the file in the list of files.
        assertThat(client.request("workspace/willRenameFiles", files)
                        .getAsJsonObject("result")
                        .toString())
                .contains("other.md", "2024_01_05.md");
        // Shown once more, and made.
        at("textDocument/rename", "Bread oven");
        client.change(other, 2, "{\"text\": \"- 😀 [[Bread oven]] #[[Bread oven]]\"}");
        client.open(journal, "- [x](../pages/Bread%20oven.md)\n");
        assertThat(client.request("workspace/willRenameFiles", files)
                        .get("result")
                        .isJsonNull())
                .isTrue();
        client.notify("workspace/didRenameFiles", files);
    }

    @Test
    void anEditThatIsWrittenToDiskAtOnceIsNotMadeTwice() throws Exception {
        JsonArray changes =
                at("textDocument/rename", "Stove").getAsJsonObject("result").getAsJsonArray("documentChanges");
        JsonObject move = changes.get(2).getAsJsonObject();
        client.change(other, 2, "{\"text\": \"- 😀 [[Stove]] #Stove\"}");
        Files.writeString(journal, "- [x](../pages/Stove.md)\n");
        JsonObject files =
                files(move.get("oldUri").getAsString(), move.get("newUri").getAsString());
        assertThat(client.request("workspace/willRenameFiles", files)
                        .get("result")
                        .isJsonNull())
                .isTrue();
    }

    @Test
    void filesOfTwoGraphsAreFollowedInBoth(@TempDir Path second) throws Exception {
        GraphFolder.create(second, "{}");
        Files.writeString(second.resolve("pages/Pan.md"), "- text\n");
        Files.writeString(second.resolve("pages/uses.md"), "- [[Pan]]\n");
        client.open(second.resolve("pages/uses.md"), "- [[Pan]]\n");
        client.awaitGraph();
        JsonObject files = WireClient.parse("{\"files\": [%s, %s]}"
                .formatted(
                        move(page, graph.resolve("pages/Stove.md")),
                        move(second.resolve("pages/Pan.md"), second.resolve("pages/Pot.md"))));
        JsonObject edit = client.request("workspace/willRenameFiles", files).getAsJsonObject("result");
        assertThat(edit.toString()).contains("Stove", "Pot", "/uses.md");
        assertThat(edit.getAsJsonArray("documentChanges")).hasSize(3);
    }

    private static String move(Path from, Path to) {
        return "{\"oldUri\": \"%s\", \"newUri\": \"%s\"}"
                .formatted(from.toUri().toASCIIString(), to.toUri().toASCIIString());
    }

    @Test
    void aFileThatTheUserRenamesIsFollowed() throws Exception {
        JsonObject files = files(
                page.toUri().toASCIIString(),
                graph.resolve("pages/Stove.md").toUri().toASCIIString());
        JsonObject edit = client.request("workspace/willRenameFiles", files).getAsJsonObject("result");
        assertThat(edit.toString()).contains("Stove", "../pages/Stove.md");
        assertThat(edit.getAsJsonArray("documentChanges")).hasSize(2);
        JsonObject refused = files(
                page.toUri().toASCIIString(),
                graph.resolve("pages/sub/other.md").toUri().toASCIIString());
        assertThat(client.request("workspace/willRenameFiles", refused)
                        .get("result")
                        .isJsonNull())
                .isTrue();
        client.await(
                "window/showMessage",
                params -> params.get("message").getAsString().contains("do not follow"));
    }

    @Test
    void whatCannotBeDoneRightIsRefusedWithAnError() throws Exception {
        JsonObject error = at("textDocument/rename", "other").getAsJsonObject("error");
        assertThat(error.get("code").getAsInt()).isEqualTo(ResponseErrorCode.RequestFailed.getValue());
        assertThat(error.get("message").getAsString()).contains("There is a page of the name “other” already.");
        Files.writeString(journal, "- [x](../pages/Oven.md) [[new]]\n");
        assertThat(at("textDocument/rename", "Stove")
                        .getAsJsonObject("error")
                        .get("message")
                        .getAsString())
                .contains("2024_01_05.md was just changed on disk");
    }

    @Test
    void whatBreaksIsSaid() throws Exception {
        client.request(
                "workspace/willDeleteFiles",
                WireClient.parse("{\"files\": [{\"uri\": \"%s\"}]}"
                        .formatted(page.toUri().toASCIIString())));
        client.await(
                "window/showMessage",
                params -> params.get("message").getAsString().contains("2 references to the page, 1 link to the file"));
    }

    @Test
    void aNewFileSaysWhatItsNameCannot() throws Exception {
        Path made = graph.resolve("pages/v1.2.md");
        Files.createFile(made);
        client.notify(
                "workspace/didCreateFiles",
                WireClient.parse("{\"files\": [{\"uri\": \"%s\"}]}"
                        .formatted(made.toUri().toASCIIString())));
        while (client.requests().stream().noneMatch(RenameIT::isEdit)) {
            Thread.sleep(20);
        }
        assertThat(client.requests().stream()
                        .filter(RenameIT::isEdit)
                        .findFirst()
                        .orElseThrow()
                        .toString())
                .contains("title:: v1.2");
    }

    private static boolean isEdit(JsonObject request) {
        return request.get("method").getAsString().equals("workspace/applyEdit");
    }

    private JsonObject at(String method, String name) throws Exception {
        JsonObject params = WireClient.parse("""
                {"textDocument": {"uri": "%s"}, "position": {"line": 0, "character": 8}}
                """.formatted(other.toUri().toASCIIString()));
        if (method.endsWith("/rename")) {
            params.addProperty("newName", name);
        }
        return client.request(method, params);
    }

    private static JsonObject files(String from, String to) {
        return WireClient.parse("{\"files\": [{\"oldUri\": \"%s\", \"newUri\": \"%s\"}]}".formatted(from, to));
    }
}
