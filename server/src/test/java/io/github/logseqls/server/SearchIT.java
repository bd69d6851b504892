package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking for pages and blocks over the wire with the packaged launcher. */
class SearchIT {

    @TempDir
    Path folder;

    private Path graph;
    private Path page;
    private WireClient client;

    @BeforeEach
    void writeGraph() throws Exception {
        graph = folder.resolve("graph 日本");
        Files.createDirectories(graph.resolve("logseq"));
        Files.createDirectories(graph.resolve("pages"));
        Files.writeString(graph.resolve("logseq/config.edn"), "{}");
        page = graph.resolve("pages/Milk.md");
        Files.writeString(page, "- 😀 buy milk\n\t- of [[Cow]]s\n");
        Files.writeString(graph.resolve("pages/b.md"), "- a [[Cow]] gives milk\n- Milk is white\n");
        client = WireClient.start();
        JsonObject params = WireClient.parse("""
                {"processId": null, "rootUri": "%s", "capabilities": {
                  "window": {"workDoneProgress": true},
                  "workspace": {
                    "symbol": {"resolveSupport": {"properties": ["location.range"]}}}}}
                """.formatted(graph.toUri()));
        client.request("initialize", params);
        client.notify("initialized", new JsonObject());
        client.await("$/progress", progress -> progress.toString().contains("end"));
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.close();
        assertThat(client.faults()).isEmpty();
        assertThat(client.stderr()).isEmpty();
    }

    @Test
    void findsPagesAndBlocksAndTellsThePlaceLater() throws Exception {
        JsonArray found = symbols("{\"query\": \"MILK buy\"}");
        assertThat(found).hasSize(1);
        JsonObject block = found.get(0).getAsJsonObject();
        assertThat(block.getAsJsonObject("location").has("range")).isFalse();
        client.open(page, "- a new first block\n- 😀 buy milk\n");
        JsonObject resolved = client.request("workspaceSymbol/resolve", block).getAsJsonObject("result");
        assertThat(resolved.getAsJsonObject("location").get("range")).isEqualTo(WireClient.parse("""
                {"start": {"line": 1, "character": 2}, "end": {"line": 1, "character": 13}}
                """));
    }

    @Test
    void sendsPagesBeforeBlocksToAnEditorThatTakesParts() throws Exception {
        JsonArray rest = symbols("{\"query\": \"milk\", \"partialResultToken\": \"part\"}");
        assertThat(rest).isEmpty();
        JsonArray pages = part("\"Milk\"");
        assertThat(pages).hasSize(1);
        assertThat(part("gives milk")).hasSize(3);
    }

    @Test
    void findsWhatWasTypedJustNow() throws Exception {
        assertThat(symbols("{\"query\": \"zebra\"}")).isEmpty();
        client.open(page, "- milk\n");
        client.edit(page, 2, 0, 2, 2, "zebra ");
        assertThat(symbols("{\"query\": \"zebra milk\"}")).hasSize(1);
    }

    private JsonArray symbols(String params) throws Exception {
        return client.request("workspace/symbol", WireClient.parse(params)).getAsJsonArray("result");
    }

    private JsonArray part(String text) throws Exception {
        return client.await(
                        "$/progress",
                        progress -> progress.get("token").getAsString().equals("part")
                                && progress.toString().contains(text))
                .getAsJsonArray("value");
    }
}
