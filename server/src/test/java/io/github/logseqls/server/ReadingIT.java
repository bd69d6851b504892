package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over the wire about what is shown beside the text. */
class ReadingIT {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @TempDir
    Path graph;

    private Path page;
    private Path target;
    private WireClient client;

    @BeforeEach
    void writeGraph() throws IOException {
        GraphFolder.create(graph, "{}");
        page = graph.resolve("pages/a.md");
        target = graph.resolve("pages/b.md");
        Files.writeString(page, "- 😀 see ((%s)) on [[b]]\n".formatted(ID));
        Files.writeString(target, "- the target\n  id:: %s\n\t- child\n".formatted(ID));
        client = WireClient.start();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    @Test
    void hintsGetTheirTooltipsWhenAskedFor() throws Exception {
        begin("{}");
        JsonArray hints = hints();
        assertThat(hints).hasSize(1);
        JsonObject hint = hints.get(0).getAsJsonObject();
        assertThat(label(hint).get("value").getAsString()).isEqualTo("the target");
        assertThat(label(hint).getAsJsonObject("location").get("uri").getAsString())
                .isEqualTo(target.toUri().toASCIIString());
        assertThat(label(hint).has("tooltip")).isFalse();
        JsonObject resolved = client.request("inlayHint/resolve", hint).getAsJsonObject("result");
        assertThat(label(resolved).getAsJsonObject("tooltip").get("value").getAsString())
                .contains("the target", "- child");
    }

    @Test
    void lensesGetTheirPlacesWhenAskedFor() throws Exception {
        begin("{\"commands\": [\"logseq-ls.showReferences\"]}");
        client.open(target, Files.readString(target));
        JsonArray lenses =
                client.request("textDocument/codeLens", document(target)).getAsJsonArray("result");
        assertThat(lenses).hasSize(2);
        for (String title : new String[] {"1 linked reference", "1 reference"}) {
            JsonObject lens = lenses.get(title.equals("1 reference") ? 1 : 0).getAsJsonObject();
            assertThat(lens.has("command")).isFalse();
            JsonObject command = client.request("codeLens/resolve", lens)
                    .getAsJsonObject("result")
                    .getAsJsonObject("command");
            assertThat(command.get("title").getAsString()).isEqualTo(title);
            assertThat(command.get("command").getAsString()).isEqualTo("logseq-ls.showReferences");
            JsonArray arguments = command.getAsJsonArray("arguments");
            assertThat(arguments.get(0).getAsString()).isEqualTo(target.toUri().toString());
            assertThat(arguments.get(1).getAsJsonObject().get("line").getAsInt())
                    .isZero();
            assertThat(arguments.get(2).getAsJsonArray()).hasSize(1);
        }
    }

    @Test
    void showsWhatTheUserWants() throws Exception {
        begin("{\"settings\": {\"inlayHints\": {\"references\": false, \"embeds\": 7}, \"x\": 1}}");
        assertThat(hints()).isEmpty();
        client.awaitRequest("workspace/inlayHint/refresh", 1);
        client.awaitRequest("workspace/codeLens/refresh", 1);
        client.notify(
                "workspace/didChangeConfiguration",
                WireClient.parse("{\"settings\": {\"logseq-ls\": {\"inlayHints\": {\"references\": true}}}}"));
        client.awaitRequest("workspace/inlayHint/refresh", 2);
        assertThat(hints()).hasSize(1);
        client.notify("workspace/didChangeConfiguration", WireClient.parse("{\"settings\": null}"));
        assertThat(hints()).hasSize(1);
    }

    @Test
    void tellsOfFilesThatChangedElsewhereButNotOfProse() throws Exception {
        begin("{}");
        client.awaitRequest("workspace/inlayHint/refresh", 1);
        long before = settled("workspace/inlayHint/refresh");
        client.edit(page, 2, 0, 2, 2, "prose ");
        assertThat(settled("workspace/inlayHint/refresh")).isEqualTo(before);
        Files.writeString(target, "- another text\n  id:: %s\n".formatted(ID));
        client.notify(
                "workspace/didChangeWatchedFiles",
                WireClient.parse("{\"changes\": [{\"uri\": \"%s\", \"type\": 2}]}".formatted(target.toUri())));
        client.awaitRequest("workspace/inlayHint/refresh", before + 1);
        assertThat(label(hints().get(0).getAsJsonObject()).get("value").getAsString())
                .isEqualTo("another text");
    }

    @Test
    void tellsWhatStandsInPlaceOfReferences() throws Exception {
        begin("{}");
        JsonObject displays =
                client.request("logseq/displays", wholeDocument(page)).getAsJsonObject("result");
        JsonObject reference = displays.getAsJsonArray("references").get(0).getAsJsonObject();
        assertThat(reference.get("text").getAsString()).isEqualTo("the target");
        assertThat(reference.get("broken").getAsBoolean()).isFalse();
        client.open(target, Files.readString(target));
        displays = client.request("logseq/displays", wholeDocument(target)).getAsJsonObject("result");
        assertThat(displays.getAsJsonArray("bookkeeping")).hasSize(1);
    }

    @Test
    void knowsWhichDayItIs() throws Exception {
        begin("{}");
        client.edit(page, 2, 0, 2, 2, "<%s Mon> ".formatted(LocalDate.now(ZoneId.systemDefault())));
        JsonObject hover = client.at("textDocument/hover", page, 0, 5).getAsJsonObject("result");
        assertThat(hover.getAsJsonObject("contents").get("value").getAsString()).contains(", today");
    }

    private void begin(String options) throws Exception {
        JsonObject editor = WireClient.parse(Files.readString(Path.of("src/test/resources/modern-editor.json")));
        client.initialize(graph, editor, WireClient.parse(options));
        client.open(page, Files.readString(page));
        client.awaitGraph();
    }

    private JsonArray hints() throws Exception {
        return client.request("textDocument/inlayHint", wholeDocument(page)).getAsJsonArray("result");
    }

    private static JsonObject label(JsonObject hint) {
        return hint.getAsJsonArray("label").get(0).getAsJsonObject();
    }

    private static JsonObject document(Path file) {
        return WireClient.parse("{\"textDocument\": {\"uri\": \"" + file.toUri() + "\"}}");
    }

    private static JsonObject wholeDocument(Path file) {
        return WireClient.parse("""
                {"textDocument": {"uri": "%s"},
                 "range": {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}}""".formatted(file.toUri()));
    }

    /** How often a method was called when that no longer grows. */
    private long settled(String method) throws InterruptedException {
        long before = -1;
        while (client.count(method) != before) {
            before = client.count(method);
            TimeUnit.MILLISECONDS.sleep(1500);
        }
        return before;
    }
}
