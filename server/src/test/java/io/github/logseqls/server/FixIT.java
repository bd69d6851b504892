package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over the wire about what is wrong and how it is mended. */
class FixIT {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @TempDir
    Path graph;

    private Path page;
    private Path copy;
    private WireClient client;

    @BeforeEach
    void writeGraph() throws IOException {
        GraphFolder.create(graph, "{}");
        page = graph.resolve("pages/a.md");
        copy = graph.resolve("pages/b.md");
        Files.writeString(page, "- 😀 (( %s ))\n  id:: %s\n- (( %s ))\n".formatted(ID, ID, ID));
        Files.writeString(copy, "- copy\n  id:: %s\n".formatted(ID));
        client = WireClient.start();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    @Test
    void editsComeWhenAFixIsChosen() throws Exception {
        JsonObject capabilities = begin("""
                {"dataSupport": true, "isPreferredSupport": true, "resolveSupport": {"properties": ["edit"]},
                 "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}}
                """).getAsJsonObject("capabilities").getAsJsonObject("codeActionProvider");
        assertThat(capabilities.get("resolveProvider").getAsBoolean()).isTrue();
        assertThat(capabilities.getAsJsonArray("codeActionKinds").toString())
                .startsWith("[\"quickfix\",\"source.fixAll.logseq\"");

        JsonObject action = actions(1, 10, "[]").get(0).getAsJsonObject();
        assertThat(action.get("title").getAsString())
                .isEqualTo("Give “copy” in pages/b.md a new id; references keep leading here");
        assertThat(action.get("isPreferred").getAsBoolean()).isTrue();
        assertThat(action.has("edit")).isFalse();
        assertThat(code(action)).isEqualTo("duplicate-id");

        JsonObject edit = resolved(action).getAsJsonObject("edit");
        JsonObject document = edit.getAsJsonArray("documentChanges").get(0).getAsJsonObject();
        assertThat(document.getAsJsonObject("textDocument").get("uri").getAsString())
                .isEqualTo(copy.toUri().toASCIIString());
        assertThat(document.getAsJsonObject("textDocument").get("version").isJsonNull())
                .isTrue();
        JsonObject annotations = edit.getAsJsonObject("changeAnnotations");
        String annotation = document.getAsJsonArray("edits")
                .get(0)
                .getAsJsonObject()
                .get("annotationId")
                .getAsString();
        assertThat(annotations
                        .getAsJsonObject(annotation)
                        .get("needsConfirmation")
                        .getAsBoolean())
                .isTrue();
    }

    @Test
    void whatIsSafeIsFixedInOneEditOfTheOpenVersion() throws Exception {
        begin("""
                {"dataSupport": true, "resolveSupport": {"properties": ["edit"]},
                 "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}
                """);
        client.edit(page, 7, 0, 0, 0, "");
        JsonArray actions = actions(0, 0, "[\"source.fixAll\"]");
        assertThat(actions).hasSize(1);
        JsonObject document = resolved(actions.get(0).getAsJsonObject())
                .getAsJsonObject("edit")
                .getAsJsonArray("documentChanges")
                .get(0)
                .getAsJsonObject();
        assertThat(document.getAsJsonObject("textDocument").get("version").getAsInt())
                .isEqualTo(7);
        assertThat(document.getAsJsonArray("edits")).hasSize(2);
    }

    @Test
    void aFixForAnOlderVersionIsRefusedWithAMessage() throws Exception {
        begin("""
                {"dataSupport": true, "resolveSupport": {"properties": ["edit"]},
                 "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}
                """);
        JsonObject action = actions(0, 8, "[]").get(0).getAsJsonObject();
        client.edit(page, 2, 0, 0, 0, "- new\\n");
        assertThat(resolved(action).has("edit")).isFalse();
        client.await(
                "window/showMessage",
                params -> params.get("message").getAsString().contains("was edited since"));
    }

    @Test
    void aFileThatChangedOnDiskIsNotWrittenOver() throws Exception {
        begin("""
                {"dataSupport": true, "resolveSupport": {"properties": ["edit"]},
                 "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}
                """);
        JsonObject action = actions(1, 10, "[]").get(0).getAsJsonObject();
        Files.writeString(copy, "- copy\n  id:: %s\n- [[new]]\n".formatted(ID));
        assertThat(resolved(action).has("edit")).isFalse();
        client.await(
                "window/showMessage",
                params -> params.get("message").getAsString().contains("changed on disk"));
    }

    @Test
    void anEditorThatAsksOnceGetsEditsAtOnce() throws Exception {
        begin("{\"codeActionLiteralSupport\": {\"codeActionKind\": {\"valueSet\": []}}}");
        JsonObject action = actions(0, 8, "[]").get(0).getAsJsonObject();
        assertThat(action.has("data")).isFalse();
        assertThat(action.getAsJsonObject("edit").getAsJsonArray("documentChanges"))
                .hasSize(1);
    }

    @Test
    void gitIsLookedThroughWhereTheUserTrustsTheFolder() throws Exception {
        String lost = "5f0e0002-1c2d-4e3f-8a4b-0123456789ab";
        try (Git git = Git.init().setDirectory(graph.toFile()).call()) {
            Files.writeString(copy, "- lost\n  id:: %s\n".formatted(lost));
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("first")
                    .setAuthor("a", "a@example.org")
                    .setCommitter("a", "a@example.org")
                    .setSign(false)
                    .call();
        }
        Files.writeString(copy, "- other\n");
        Files.writeString(page, "- see ((%s))\n".formatted(lost));
        begin("""
                {"dataSupport": true, "resolveSupport": {"properties": ["edit"]},
                 "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}
                """);
        assertThat(actions(0, 8, "[]")).hasSize(1);
        client.notify(
                "workspace/didChangeConfiguration",
                WireClient.parse("{\"settings\": {\"logseq-ls\": {\"trusted\": true}}}"));
        JsonArray trusting = actions(0, 8, "[]");
        assertThat(trusting).hasSize(4);
        JsonObject document = resolved(trusting.get(0).getAsJsonObject())
                .getAsJsonObject("edit")
                .getAsJsonArray("documentChanges")
                .get(0)
                .getAsJsonObject();
        assertThat(document.getAsJsonArray("edits").toString()).contains("- lost\\n  id:: " + lost);
    }

    private JsonObject begin(String codeAction) throws Exception {
        JsonObject capabilities = WireClient.parse("""
                {"general": {}, "window": {"workDoneProgress": true},
                 "workspace": {"workspaceFolders": true,
                   "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
                   "workspaceEdit": {"documentChanges": true, "changeAnnotationSupport": {}}},
                 "textDocument": {"codeAction": %s}}
                """.formatted(codeAction));
        JsonObject result = client.initialize(graph, capabilities);
        client.open(page, Files.readString(page));
        client.awaitGraph();
        return result;
    }

    private JsonArray actions(int line, int column, String only) throws Exception {
        String at = "{\"line\": %d, \"character\": %d}".formatted(line, column);
        JsonObject params = WireClient.parse("""
                {"textDocument": {"uri": "%s"}, "range": {"start": %s, "end": %s},
                 "context": {"diagnostics": [], "only": %s, "triggerKind": 2}}
                """.formatted(page.toUri(), at, at, only));
        return client.request("textDocument/codeAction", params).getAsJsonArray("result");
    }

    private JsonObject resolved(JsonObject action) throws Exception {
        return client.request("codeAction/resolve", action).getAsJsonObject("result");
    }

    private static String code(JsonObject action) {
        return action.getAsJsonArray("diagnostics")
                .get(0)
                .getAsJsonObject()
                .get("code")
                .getAsString();
    }
}
