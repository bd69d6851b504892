package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over the wire about what is wrong: with editors that ask for it, and with those that are told. */
class DiagnosticsIT {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
    private static final String BROKEN = "- see ((%s))\n".formatted(ID);
    private static final String PULLS = """
            {"workspace": {"diagnostics": {"refreshSupport": true},
                           "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true}},
             "textDocument": {"diagnostic": {}, "publishDiagnostics": {"versionSupport": true}},
             "window": {"workDoneProgress": true}}""";
    private static final String IS_TOLD = """
            {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true}},
             "textDocument": {"publishDiagnostics": {"versionSupport": true}},
             "window": {"workDoneProgress": true}}""";
    private static final String GRAPH = "{\"settings\": {\"check\": {\"scope\": \"graph\"}}}";

    @TempDir
    Path graph;

    private Path page;
    private Path closed;
    private WireClient client;

    @BeforeEach
    void writeGraph() throws IOException {
        GraphFolder.create(graph, "{}");
        page = graph.resolve("pages/a.md");
        closed = graph.resolve("pages/b.md");
        Files.writeString(page, BROKEN);
        Files.writeString(closed, BROKEN);
        client = WireClient.start();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    @Test
    void anOpenDocumentIsAskedForAndNotToldOf() throws Exception {
        begin(PULLS, "{}");
        JsonObject report = pull(page, "");
        assertThat(report.get("kind").getAsString()).isEqualTo("full");
        assertThat(report.getAsJsonArray("items")).hasSize(1);
        String resultId = report.get("resultId").getAsString();
        assertThat(pull(page, resultId).get("kind").getAsString()).isEqualTo("unchanged");
        client.edit(page, 2, 0, 0, 0, "-");
        assertThat(pull(page, resultId).get("kind").getAsString()).isEqualTo("full");
        assertThat(client.received("textDocument/publishDiagnostics")).isEmpty();
    }

    @Test
    void anEditorThatAsksHearsWhenAnotherFileChangedTheAnswer() throws Exception {
        begin(PULLS, "{}");
        assertThat(pull(page, "").getAsJsonArray("items")).hasSize(1);
        long before = client.count("workspace/diagnostic/refresh");
        Files.writeString(closed, "- here it is\n  id:: %s\n".formatted(ID));
        tell(closed);
        client.awaitRequest("workspace/diagnostic/refresh", before + 1);
        assertThat(pull(page, "").getAsJsonArray("items")).isEmpty();
    }

    @Test
    void theWorkspaceIsAnsweredOnceAndThenWhenSomethingChanges() throws Exception {
        begin(PULLS, GRAPH);
        JsonArray first = items(workspace("[]").get(WireClient.SECONDS, TimeUnit.SECONDS));
        assertThat(uris(first)).containsExactly(closed.toUri().toString());
        String known = first.get(0).getAsJsonObject().get("resultId").getAsString();
        String previous = "[{\"uri\": \"%s\", \"value\": \"%s\"}]".formatted(closed.toUri(), known);
        CompletableFuture<JsonObject> held = workspace(previous);
        TimeUnit.SECONDS.sleep(1);
        assertThat(held).isNotDone();
        Files.writeString(closed, "- nothing wrong\n");
        tell(closed);
        JsonArray then = items(held.get(WireClient.SECONDS, TimeUnit.SECONDS));
        assertThat(uris(then)).containsExactly(closed.toUri().toString());
        assertThat(then.get(0).getAsJsonObject().getAsJsonArray("items")).isEmpty();
        assertThat(client.received("textDocument/publishDiagnostics")).isEmpty();
    }

    @Test
    void aDocumentThatWasClosedIsToldOfWhereItsUserWantsAllFiles() throws Exception {
        begin(PULLS, GRAPH);
        client.notify(
                "textDocument/didClose",
                WireClient.parse("{\"textDocument\": {\"uri\": \"%s\"}}".formatted(page.toUri())));
        assertThat(pull(page, "").getAsJsonArray("items")).hasSize(1);
    }

    @Test
    void elseItIsNot() throws Exception {
        begin(PULLS, "{}");
        client.notify(
                "textDocument/didClose",
                WireClient.parse("{\"textDocument\": {\"uri\": \"%s\"}}".formatted(page.toUri())));
        assertThat(pull(page, "").getAsJsonArray("items")).isEmpty();
    }

    @Test
    void whatIsHeldEndsWithTheQuestionOrTheSession() throws Exception {
        begin(PULLS, "{}");
        CompletableFuture<JsonObject> cancelled = workspace("[]");
        client.notify("$/cancelRequest", WireClient.parse("{\"id\": %d}".formatted(client.lastId())));
        assertThat(cancelled.get(WireClient.SECONDS, TimeUnit.SECONDS).has("error"))
                .isTrue();
        CompletableFuture<JsonObject> held = workspace("[]");
        client.request("shutdown", new JsonObject());
        assertThat(items(held.get(WireClient.SECONDS, TimeUnit.SECONDS))).isEmpty();
    }

    @Test
    void anEditorThatIsToldHearsOfTheWholeGraphWhereItsUserWantsThat() throws Exception {
        begin(IS_TOLD, GRAPH);
        assertThat(published(page)).hasSize(1);
        assertThat(published(closed)).hasSize(1);
        client.notify(
                "workspace/didChangeConfiguration",
                WireClient.parse("{\"settings\": {\"logseq-ls\": {\"check\": {\"scope\": \"openFiles\"}}}}"));
        client.await("textDocument/publishDiagnostics", params -> isOf(params, closed) && isEmpty(params));
        client.notify(
                "workspace/didChangeConfiguration",
                WireClient.parse(
                        "{\"settings\": {\"logseq-ls\": {\"check\": {\"severity\": {\"broken-block-ref\": \"off\"}}}}}"));
        client.await("textDocument/publishDiagnostics", params -> isOf(params, page) && isEmpty(params));
    }

    @Test
    void aFileIsToldOfOnceWhetherItIsOpenOrNot() throws Exception {
        begin(IS_TOLD, GRAPH);
        assertThat(published(closed)).hasSize(1);
        client.open(closed, "- sound\n");
        client.await("textDocument/publishDiagnostics", params -> isOf(params, closed) && isEmpty(params));
        client.notify(
                "textDocument/didClose",
                WireClient.parse("{\"textDocument\": {\"uri\": \"%s\"}}".formatted(closed.toUri())));
        assertThat(published(closed)).hasSize(1);
    }

    @Test
    void aGraphSaysForItselfWhatIsReported() throws Exception {
        Path settings = graph.resolve("logseq/logseq-ls.json");
        Files.writeString(settings, "{\"check\": {\"severity\": {\"broken-block-ref\": \"off\"}, \"x\": 1}}");
        begin(IS_TOLD, "{}");
        assertThat(published(settings).get(0).getAsJsonObject().get("code").getAsString())
                .isEqualTo("settings-error");
        Files.writeString(settings, "{\"check\": {\"severity\": {\"broken-block-ref\": \"error\"}}}");
        tell(settings);
        JsonElement finding = published(page).get(0);
        assertThat(finding.getAsJsonObject().get("severity").getAsInt()).isEqualTo(1);
        client.await("textDocument/publishDiagnostics", params -> isOf(params, settings) && isEmpty(params));
    }

    @Test
    void whatIsWrongStaysSaidWhileAGraphIsReadAgain() throws Exception {
        for (int other = 0; other < 1500; other++) {
            Files.writeString(graph.resolve("pages/other %d.md".formatted(other)), "- [[a]]\n".repeat(50));
        }
        Files.writeString(graph.resolve("pages/below___in a namespace.md"), "- a");
        begin(PULLS, "{}");
        String known = pull(page, "").get("resultId").getAsString();
        Path config = graph.resolve("logseq/config.edn");
        Files.writeString(config, "{:file/name-format :triple-lowbar}");
        tell(config);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (System.nanoTime() < end) {
            assertThat(pull(page, known).get("kind").getAsString()).isEqualTo("unchanged");
        }
        assertThat(client.request("workspace/symbol", WireClient.parse("{\"query\": \"in a namespace\"}"))
                        .toString())
                .as("it was read again")
                .contains("below/in a namespace");
    }

    private void begin(String editor, String options) throws Exception {
        client.initialize(graph, WireClient.parse(editor), WireClient.parse(options));
        client.open(page, Files.readString(page));
        client.awaitGraph();
    }

    private JsonObject pull(Path file, String known) throws Exception {
        JsonObject params = WireClient.parse("{\"textDocument\": {\"uri\": \"%s\"}}".formatted(file.toUri()));
        if (!known.isEmpty()) {
            params.addProperty("previousResultId", known);
        }
        return client.request("textDocument/diagnostic", params).getAsJsonObject("result");
    }

    private CompletableFuture<JsonObject> workspace(String known) throws IOException {
        return client.send("workspace/diagnostic", WireClient.parse("{\"previousResultIds\": %s}".formatted(known)));
    }

    private static JsonArray items(JsonObject answer) {
        return answer.getAsJsonObject("result").getAsJsonArray("items");
    }

    private static List<String> uris(JsonArray reports) {
        return reports.asList().stream()
                .map(report -> report.getAsJsonObject().get("uri").getAsString())
                .toList();
    }

    private void tell(Path file) throws IOException {
        client.notify(
                "workspace/didChangeWatchedFiles",
                WireClient.parse("{\"changes\": [{\"uri\": \"%s\", \"type\": 1}]}".formatted(file.toUri())));
    }

    /** The findings in a file, when the editor is told of some. */
    private JsonArray published(Path file) throws Exception {
        return client.await("textDocument/publishDiagnostics", params -> isOf(params, file) && !isEmpty(params))
                .getAsJsonArray("diagnostics");
    }

    private static boolean isOf(JsonObject params, Path file) {
        return params.get("uri").getAsString().equals(file.toUri().toString());
    }

    private static boolean isEmpty(JsonObject params) {
        return params.getAsJsonArray("diagnostics").isEmpty();
    }
}
