package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over the wire about what may be typed, and the ids that blocks get with it. */
class CompletionIT {

    private static final String SOME_ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
    private static final int CARET = "- 😀 see ((wo two".length();

    @TempDir
    Path graph;

    private Path page;
    private Path other;
    private WireClient client;

    @BeforeEach
    void writeGraph() throws IOException {
        GraphFolder.create(graph, "{}");
        page = graph.resolve("pages/a.md");
        other = graph.resolve("pages/b.md");
        Files.writeString(page, "- 😀 see ((wo two\n");
        Files.writeString(other, "- parent\n\t- two words\n");
        client = WireClient.start();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    @Test
    void aBlockOfAnotherFileGetsItsIdByTheCommandOfItsItem() throws Exception {
        begin(true);
        JsonObject item = item(0);
        assertThat(item.get("filterText").getAsString()).isEqualTo("((wo two ");
        assertThat(item.has("additionalTextEdits")).isFalse();
        String text = item.getAsJsonObject("textEdit").get("newText").getAsString();
        assertThat(text).matches("\\(\\([0-9a-f-]{36}\\)\\)");

        JsonObject told = client.request("completionItem/resolve", item).getAsJsonObject("result");
        assertThat(told.getAsJsonObject("documentation").get("value").getAsString())
                .contains("parent");

        assertThat(isDone(item)).isTrue();
        JsonObject asked = askedToApply();
        assertThat(asked.getAsJsonObject("metadata").get("isRefactoring").getAsBoolean())
                .isTrue();
        JsonObject document = asked.getAsJsonObject("edit")
                .getAsJsonArray("documentChanges")
                .get(0)
                .getAsJsonObject();
        assertThat(document.getAsJsonObject("textDocument").get("uri").getAsString())
                .isEqualTo(other.toUri().toASCIIString());
        JsonObject edit = document.getAsJsonArray("edits").get(0).getAsJsonObject();
        assertThat(edit.get("newText").getAsString()).isEqualTo("\n\t  id:: " + text.substring(2, 38));
        JsonObject annotation = asked.getAsJsonObject("edit")
                .getAsJsonObject("changeAnnotations")
                .getAsJsonObject(edit.get("annotationId").getAsString());
        assertThat(annotation.get("needsConfirmation").getAsBoolean()).isFalse();
    }

    @Test
    void theSameBlockHasTheSameIdEachTime() throws Exception {
        begin(true);
        JsonObject before = item(0).getAsJsonObject("textEdit");
        client.edit(page, 2, 0, 0, 0, "- new\n");
        JsonObject after = item(1).getAsJsonObject("textEdit");
        assertThat(after.get("newText")).isEqualTo(before.get("newText"));
    }

    @Test
    void aBlockThatHasGotAnotherIdIsToldOf() throws Exception {
        begin(true);
        JsonObject item = item(0);
        client.open(other, "- parent\n\t- two words\n\t  id:: %s\n".formatted(SOME_ID));
        assertThat(isDone(item)).isFalse();
        client.await(
                "window/showMessage",
                params -> params.get("message").getAsString().contains("another id"));
    }

    @Test
    void nothingIsWrittenTwice() throws Exception {
        begin(true);
        JsonObject item = item(0);
        String text = item.getAsJsonObject("textEdit").get("newText").getAsString();
        client.open(other, "- parent\n\t- two words\n\t  id:: %s\n".formatted(text.substring(2, 38)));
        assertThat(isDone(item)).isTrue();
        assertThat(client.count("workspace/applyEdit")).isZero();
    }

    @Test
    void theReferenceIsEnoughWhereAnEditorKnowsNoCommandsOfItems() throws Exception {
        begin(true);
        String text = item(0).getAsJsonObject("textEdit").get("newText").getAsString();
        client.edit(page, 2, 0, CARET, CARET, text);
        JsonObject asked = askedToApply();
        assertThat(asked.toString()).contains("\\n\\t  id:: " + text.substring(2, 38));
    }

    @Test
    void anEditorThatMakesNoEditsOfOthersGetsNoCommand() throws Exception {
        begin(false);
        assertThat(items(0)).isEmpty();
    }

    private JsonObject askedToApply() throws Exception {
        for (int tries = 0;
                tries < 100
                        && client.requests().stream()
                                .noneMatch(request ->
                                        request.get("method").getAsString().equals("workspace/applyEdit"));
                tries++) {
            Thread.sleep(100);
        }
        return client.requests().stream()
                .filter(request -> request.get("method").getAsString().equals("workspace/applyEdit"))
                .findFirst()
                .orElseThrow()
                .getAsJsonObject("params");
    }

    private boolean isDone(JsonObject item) throws Exception {
        JsonObject command = Questions.ofCommand(item.getAsJsonObject("command"));
        return client.request("workspace/executeCommand", command).get("result").getAsBoolean();
    }

    private void begin(boolean appliesEdits) throws Exception {
        JsonObject capabilities = WireClient.parse("""
                {"general": {}, "window": {"workDoneProgress": true},
                 "workspace": {"workspaceFolders": true, "applyEdit": %s,
                   "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
                   "workspaceEdit": {"documentChanges": true, "changeAnnotationSupport": {}, "metadataSupport": true}},
                 "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}
                """.formatted(appliesEdits));
        client.initialize(graph, capabilities);
        client.open(page, Files.readString(page));
        client.awaitGraph();
    }

    /** The item of the block in the other file; the index may be on its way still. */
    private JsonObject item(int line) throws Exception {
        for (int tries = 0; tries < 50; tries++) {
            for (JsonElement item : items(line)) {
                if (item.getAsJsonObject().get("label").getAsString().equals("two words")) {
                    return item.getAsJsonObject();
                }
            }
        }
        throw new AssertionError(
                "the block was not offered in " + items(line) + " " + client.received("window/logMessage"));
    }

    private JsonArray items(int line) throws Exception {
        return client.at("textDocument/completion", page, line, CARET)
                .getAsJsonObject("result")
                .getAsJsonArray("items");
    }
}
