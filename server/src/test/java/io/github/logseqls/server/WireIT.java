package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over the wire with the packaged launcher. */
class WireIT {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
    private static final String GONE = "5f0e0002-1c2d-4e3f-8a4b-0123456789ab";

    @TempDir
    Path folder;

    private Path graph;
    private Path page;
    private Path target;
    private WireClient client;

    @BeforeEach
    void writeGraph() throws IOException {
        graph = folder.resolve("graph with 100% & 日本語 #1 😀");
        GraphFolder.create(graph, "{}");
        page = graph.resolve("pages/a.md");
        target = graph.resolve("pages/b.md");
        Files.writeString(page, "- 😀 see ((%s))\n\t- child\n".formatted(ID));
        Files.writeString(target, "- the target\n  id:: %s\n  collapsed:: true\n\t- child\n".formatted(ID));
        client = WireClient.start();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    @Test
    void exitsWithZeroAfterShutdown() throws Exception {
        JsonObject result = client.initialize(graph);
        assertThat(result.getAsJsonObject("serverInfo").get("name").getAsString())
                .isEqualTo("logseq-ls");
        assertThat(result.getAsJsonObject("serverInfo").get("version").getAsString())
                .matches("\\d+\\.\\d+.*");
        assertThat(result.getAsJsonObject("capabilities")
                        .get("positionEncoding")
                        .getAsString())
                .isEqualTo("utf-16");
        assertThat(client.request("shutdown", new JsonObject()).has("error")).isFalse();
        client.notify("exit", new JsonObject());
        assertThat(client.exitCode()).isZero();
    }

    @Test
    void refusesRequestsAfterShutdown() throws Exception {
        client.initialize(graph);
        client.open(page, "- a\n");
        client.request("shutdown", new JsonObject());
        for (String method : List.of("textDocument/hover", "textDocument/definition")) {
            JsonObject answer = client.at(method, page, 0, 1);
            assertThat(answer.getAsJsonObject("error").get("code").getAsInt()).isEqualTo(-32600);
        }
        client.notify("exit", new JsonObject());
        assertThat(client.exitCode()).isZero();
    }

    @Test
    void shutdownBeforeInitializeIsNoProperEnd() throws Exception {
        JsonObject answer = client.request("shutdown", new JsonObject());
        assertThat(answer.getAsJsonObject("error").get("code").getAsInt()).isEqualTo(-32002);
        client.notify("exit", new JsonObject());
        assertThat(client.exitCode()).isEqualTo(1);
    }

    @Test
    void readsNonAsciiNamesWhateverTheLocale() throws Exception {
        client.close();
        client = WireClient.start(Map.of("LC_ALL", "C"));
        Files.writeString(graph.resolve("pages/日本.md"), "- here\n  id:: " + GONE + "\n");
        client.initialize(graph);
        client.open(page, "- see ((%s)) and ((%s))\n".formatted(GONE, GONE.replace('5', '6')));
        JsonArray found = awaitDiagnostics(page, 1);
        assertThat(found.get(0).getAsJsonObject().get("message").getAsString()).contains(GONE.replace('5', '6'));
    }

    @Test
    void exitsWithOneWithoutShutdown() throws Exception {
        client.initialize(graph);
        client.notify("exit", new JsonObject());
        assertThat(client.exitCode()).isEqualTo(1);
    }

    @Test
    void exitsWhenItsInputEnds() throws Exception {
        client.initialize(graph);
        client.closeInput();
        assertThat(client.exitCode()).isEqualTo(1);
    }

    @Test
    void exitsWhenTheEditorDies() throws Exception {
        Process editor = new ProcessBuilder("sleep", "600").start();
        JsonObject params = WireClient.parse("{\"capabilities\": {}, \"rootUri\": null}");
        params.addProperty("processId", editor.pid());
        client.request("initialize", params);
        editor.destroyForcibly();
        assertThat(client.exitCode()).isEqualTo(1);
    }

    @Test
    void refusesRequestsBeforeInitialize() throws Exception {
        JsonObject answer = client.at("textDocument/hover", page, 0, 10);
        assertThat(answer.getAsJsonObject("error").get("code").getAsInt()).isEqualTo(-32002);
        assertThat(client.initialize(graph).has("capabilities")).isTrue();
    }

    @Test
    void readsTheGraphAndShowsItsProgress() throws Exception {
        client.initialize(graph);
        client.await("$/progress", params -> kind(params).equals("begin"));
        client.await("$/progress", params -> kind(params).equals("end"));
        assertThat(client.requests().stream()
                        .map(request -> request.get("method").getAsString()))
                .contains("window/workDoneProgress/create", "client/registerCapability");
    }

    @Test
    void answersFromTheWholeGraph() throws Exception {
        client.initialize(graph);
        client.open(page, Files.readString(page));
        client.await("$/progress", params -> kind(params).equals("end"));

        JsonObject link = client.at("textDocument/definition", page, 0, 12)
                .getAsJsonArray("result")
                .get(0)
                .getAsJsonObject();
        assertThat(link.get("targetUri").getAsString()).isEqualTo(target.toUri().toASCIIString());
        assertThat(range(link, "targetRange")).isEqualTo("0:0-3:8");
        assertThat(range(link, "targetSelectionRange")).isEqualTo("0:2-0:12");
        assertThat(range(link, "originSelectionRange")).isEqualTo("0:9-0:49");

        JsonObject hover = client.at("textDocument/hover", page, 0, 12).getAsJsonObject("result");
        assertThat(hover.getAsJsonObject("contents").get("value").getAsString())
                .contains("the target", "- child")
                .doesNotContain("id::");
    }

    @Test
    void findsWhatMentionsTheSame() throws Exception {
        client.initialize(graph);
        client.open(page, Files.readString(page));
        client.await("$/progress", params -> kind(params).equals("end"));

        JsonArray places = client.request("textDocument/references", WireClient.parse("""
                                {"textDocument": {"uri": "%s"}, "position": {"line": 0, "character": 12},
                                 "context": {"includeDeclaration": true}}""".formatted(page.toUri())))
                .getAsJsonArray("result");
        assertThat(places)
                .extracting(place -> place.getAsJsonObject().get("uri").getAsString())
                .containsExactlyInAnyOrder(
                        page.toUri().toASCIIString(), target.toUri().toASCIIString());
        JsonArray highlights =
                client.at("textDocument/documentHighlight", page, 0, 12).getAsJsonArray("result");
        assertThat(highlights).hasSize(1);
        assertThat(range(highlights.get(0).getAsJsonObject(), "range")).isEqualTo("0:9-0:49");
    }

    @Test
    void countsColumnsInTheUnitAgreedOn() throws Exception {
        JsonObject result = client.initialize(graph, "utf-8", "utf-16");
        assertThat(result.getAsJsonObject("capabilities")
                        .get("positionEncoding")
                        .getAsString())
                .isEqualTo("utf-8");
        client.open(page, Files.readString(page));
        client.await("$/progress", params -> kind(params).equals("end"));
        JsonObject link = client.at("textDocument/definition", page, 0, 14)
                .getAsJsonArray("result")
                .get(0)
                .getAsJsonObject();
        assertThat(range(link, "originSelectionRange")).isEqualTo("0:11-0:51");
    }

    @Test
    void aRequestSeesTheEditsBeforeItAndNoneAfter() throws Exception {
        client.initialize(graph);
        client.open(page, "- a\n");
        JsonObject params = document(page);
        List<CompletableFuture<JsonObject>> answers = new java.util.ArrayList<>();
        for (int version = 2; version < 42; version++) {
            client.edit(page, version, 1, 0, 0, "\t- child\n");
            answers.add(client.send("textDocument/foldingRange", params));
        }
        for (int i = 0; i < answers.size(); i++) {
            JsonArray ranges =
                    answers.get(i).get(WireClient.SECONDS, TimeUnit.SECONDS).getAsJsonArray("result");
            assertThat(ranges).hasSize(1);
            assertThat(ranges.get(0).getAsJsonObject().get("endLine").getAsInt())
                    .isEqualTo(i + 1);
        }
    }

    @Test
    void severalChangesInOneNotificationAndGapsBetweenVersionsAreTaken() throws Exception {
        client.initialize(graph);
        client.open(page, "- a\n- b\n");
        client.change(page, 9, """
                {"text": "- x\\n- y\\n"},
                {"range": {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 0}}, "text": "\\t"},
                {"range": {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 0}}, "text": "\\t- z\\n"}""");
        client.change(page, 30, """
                {"range": {"start": {"line": 9, "character": 0}, "end": {"line": 9, "character": 0}}, "text": "- last"}""");
        JsonArray ranges =
                client.request("textDocument/foldingRange", document(page)).getAsJsonArray("result");
        assertThat(ranges).hasSize(1);
        assertThat(ranges.get(0).getAsJsonObject().get("startLine").getAsInt()).isZero();
        assertThat(ranges.get(0).getAsJsonObject().get("endLine").getAsInt()).isEqualTo(2);
    }

    @Test
    void diagnosticsFollowEditsHereAndElsewhere() throws Exception {
        client.initialize(graph);
        client.open(page, "- see ((%s))\n- see ((%s))\n".formatted(ID, GONE));
        assertThat(codes(awaitDiagnostics(page, 1))).containsExactly("broken-block-ref");

        client.open(target, Files.readString(target));
        // The last digit of the id that the other page refers to.
        client.edit(target, 2, 1, 42, 43, "");
        assertThat(codes(awaitDiagnostics(target, 1))).containsExactly("malformed-id");
        assertThat(codes(awaitDiagnostics(page, 2))).containsExactly("broken-block-ref", "broken-block-ref");

        client.edit(target, 3, 1, 42, 42, "b");
        assertThat(codes(awaitDiagnostics(page, 1))).containsExactly("broken-block-ref");
    }

    @Test
    void diagnosticsFollowFilesOnDisk() throws Exception {
        client.initialize(graph);
        client.open(page, "- see ((%s))\n".formatted(GONE));
        awaitDiagnostics(page, 1);
        Path other = graph.resolve("pages/new.md");
        Files.writeString(other, "- here\n  id:: " + GONE + "\n");
        changedOnDisk(other, 1);
        assertThat(awaitDiagnostics(page, 0)).isEmpty();
        Files.delete(other);
        changedOnDisk(other, 3);
        assertThat(codes(awaitDiagnostics(page, 1))).containsExactly("broken-block-ref");
    }

    @Test
    void watchesFilesItselfWhereTheEditorCannot() throws Exception {
        client.initializePlain(graph);
        client.open(page, "- see ((%s))\n".formatted(GONE));
        awaitDiagnostics(page, 1);
        Path other = Files.createDirectories(graph.resolve("more/pages")).resolve("new.md");
        Files.writeString(other, "- here\n  id:: " + GONE + "\n");
        awaitDiagnostics(page, 0);
        Files.move(graph.resolve("more"), folder.resolve("away"));
        assertThat(codes(awaitDiagnostics(page, 1))).containsExactly("broken-block-ref");
        Files.move(folder.resolve("away"), graph.resolve("back"));
        awaitDiagnostics(page, 0);
        assertThat(client.requests()).isEmpty();
        client.request("shutdown", new JsonObject());
        client.notify("exit", new JsonObject());
        assertThat(client.exitCode()).isZero();
    }

    @Test
    void aBrokenConfigIsShownInItsFileUntilItIsMended() throws Exception {
        client.initialize(graph);
        Path config = graph.resolve("logseq/config.edn");
        Files.writeString(config, "{:a 1\n :b [}");
        changedOnDisk(config, 2);
        JsonObject found = awaitDiagnostics(config, 1).get(0).getAsJsonObject();
        assertThat(found.get("code").getAsString()).isEqualTo("config-error");
        assertThat(found.get("severity").getAsInt()).isEqualTo(1);
        assertThat(range(found, "range")).isEqualTo("1:5-1:6");
        Files.writeString(config, "\uFEFF{:a 1}");
        changedOnDisk(config, 2);
        awaitDiagnostics(config, 0);
    }

    @Test
    void duplicatesNameTheOtherPlace() throws Exception {
        client.initialize(graph);
        client.open(page, "- copy\n  id:: %s\n".formatted(ID));
        JsonObject found = awaitDiagnostics(page, 1).get(0).getAsJsonObject();
        assertThat(found.get("code").getAsString()).isEqualTo("duplicate-id");
        assertThat(found.get("source").getAsString()).isEqualTo("logseq");
        assertThat(found.getAsJsonArray("relatedInformation")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("location")
                        .get("uri")
                        .getAsString())
                .isEqualTo(target.toUri().toASCIIString());
    }

    @Test
    void tellsWhichBlocksAreMarkedAsFolded() throws Exception {
        client.initialize(graph);
        client.open(target, Files.readString(target));
        JsonObject result =
                client.request("logseq/collapsedBlocks", document(target)).getAsJsonObject("result");
        assertThat(result.getAsJsonArray("lines").toString()).isEqualTo("[0]");
    }

    @Test
    void tellsWhatTheAppCallsAPlace() throws Exception {
        client.initialize(graph);
        client.open(page, "- ((%s))\n- 🦀 named\n  id:: %s\n".formatted(GONE, ID));
        assertThat(client.at("logseq/place", page, 0, 5).getAsJsonObject("result"))
                .hasToString("{\"page\":\"a\"}");
        assertThat(client.at("logseq/place", page, 1, 5).getAsJsonObject("result"))
                .hasToString("{\"page\":\"a\",\"blockId\":\"%s\"}".formatted(ID));
        assertThat(client.at("logseq/place", graph.resolve("x.md"), 0, 0)
                        .get("result")
                        .isJsonNull())
                .isTrue();
    }

    @Test
    void strangeDocumentsGetEmptyAnswers() throws Exception {
        client.initialize(graph);
        for (String uri : List.of(
                "untitled:Untitled-1", "git:/a.md?x", "not a uri", "file:///no%ZZ.md", "", "http://example.org/a.md")) {
            client.open(uri, "- ((%s))\n".formatted(GONE));
            assertThat(client.at("textDocument/hover", uri, 0, 5).get("result").isJsonNull())
                    .isTrue();
            assertThat(client.at("textDocument/definition", uri, 0, 5).getAsJsonArray("result"))
                    .isEmpty();
        }
        // Not open, and not even there.
        assertThat(client.at("textDocument/hover", target, 0, 5).get("result").isJsonNull())
                .isTrue();
        assertThat(client.at("textDocument/hover", graph.resolve("x.md"), 99, 99)
                        .get("result")
                        .isJsonNull())
                .isTrue();
        // A position behind the end of an open one.
        client.open(page, "- a\n");
        assertThat(client.at("textDocument/hover", page, 99, 99).get("result").isJsonNull())
                .isTrue();
    }

    @Test
    void aFileOutsideAnyGraphWorksAlone() throws Exception {
        client.initialize(graph);
        Path alone = folder.resolve("alone.md");
        client.open(alone, "- ((%s))\n- x\n  id:: short\n\t- child\n".formatted(GONE));
        assertThat(codes(awaitDiagnostics(alone, 1))).containsExactly("malformed-id");
        assertThat(client.request("textDocument/foldingRange", document(alone)).getAsJsonArray("result"))
                .hasSize(1);
    }

    @Test
    void cancelledRequestsGetOneAnswerAllTheSame() throws Exception {
        client.initialize(graph);
        client.open(page, "- a\n\t- b\n");
        for (int i = 0; i < 50; i++) {
            CompletableFuture<JsonObject> answer = client.send("textDocument/foldingRange", document(page));
            client.notify("$/cancelRequest", WireClient.parse("{\"id\": " + client.lastId() + "}"));
            JsonObject message = answer.get(WireClient.SECONDS, TimeUnit.SECONDS);
            boolean cancelled = message.has("error")
                    && message.getAsJsonObject("error").get("code").getAsInt() == -32800;
            assertThat(cancelled || message.has("result")).isTrue();
        }
    }

    private JsonArray awaitDiagnostics(Path file, int count) throws Exception {
        return client.await(
                        "textDocument/publishDiagnostics",
                        params -> params.get("uri")
                                        .getAsString()
                                        .equals(file.toUri().toString())
                                && params.getAsJsonArray("diagnostics").size() == count)
                .getAsJsonArray("diagnostics");
    }

    private void changedOnDisk(Path file, int type) throws IOException {
        client.notify(
                "workspace/didChangeWatchedFiles",
                WireClient.parse("{\"changes\": [{\"uri\": \"%s\", \"type\": %d}]}".formatted(file.toUri(), type)));
    }

    private static JsonObject document(Path file) {
        return WireClient.parse("{\"textDocument\": {\"uri\": \"" + file.toUri() + "\"}}");
    }

    private static List<String> codes(JsonArray diagnostics) {
        return diagnostics.asList().stream()
                .map(diagnostic -> diagnostic.getAsJsonObject().get("code").getAsString())
                .toList();
    }

    private static String kind(JsonObject progress) {
        return progress.getAsJsonObject("value").get("kind").getAsString();
    }

    private static String range(JsonObject link, String name) {
        JsonObject range = link.getAsJsonObject(name);
        return position(range.get("start")) + "-" + position(range.get("end"));
    }

    private static String position(JsonElement position) {
        JsonObject at = position.getAsJsonObject();
        return at.get("line").getAsInt() + ":" + at.get("character").getAsInt();
    }
}
