package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking for pages, blocks and references over the wire with the packaged launcher. */
class SearchIT {

    @TempDir
    Path folder;

    private Path graph;
    private Path page;
    private WireClient client;

    @BeforeEach
    void writeGraph() throws Exception {
        graph = folder.resolve("graph 日本");
        GraphFolder.create(graph, "{}");
        page = graph.resolve("pages/Milk.md");
        Files.writeString(page, "- 😀 buy milk\n\t- of [[Cow]]s\n");
        Files.writeString(graph.resolve("pages/b.md"), "- a [[Cow]] gives milk\n- Milk is white\n- a cow moos\n");
        client = WireClient.start();
        JsonObject params = WireClient.parse("""
                {"processId": null, "rootUri": "%s", "capabilities": {
                  "window": {"workDoneProgress": true},
                  "workspace": {
                    "textDocumentContent": {},
                    "symbol": {"resolveSupport": {"properties": ["location.range"]}}}}}
                """.formatted(graph.toUri()));
        client.request("initialize", params);
        client.notify("initialized", new JsonObject());
        client.await("$/progress", progress -> progress.toString().contains("end"));
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
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

    @Test
    void listsWhatRefersToAPage() throws Exception {
        Path cow = graph.resolve("pages/Cow.md");
        client.open(cow, "- a cow\n");
        JsonObject document = new JsonObject();
        document.add("textDocument", WireClient.parse("{\"uri\": \"%s\"}".formatted(cow.toUri())));
        JsonObject found = client.request("logseq/linkedReferences", document).getAsJsonObject("result");
        assertThat(found.get("title").getAsString()).isEqualTo("Cow");
        assertThat(found.get("more").getAsInt()).isZero();
        JsonArray pages = found.getAsJsonArray("pages");
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).getAsJsonObject().getAsJsonArray("references").get(0))
                .isEqualTo(WireClient.parse("""
                        {"text": "of Cows", "breadcrumb": ["😀 buy milk"], "location": {"uri": "%s",
                          "range": {"start": {"line": 1, "character": 3}, "end": {"line": 1, "character": 14}}}}
                        """.formatted(page.toUri().toASCIIString())));
    }

    @Test
    void makesDocumentsToReadAndTellsWhenTheyChange() throws Exception {
        client.open(page, Files.readString(page));
        for (String kind : List.of("linkedReferences", "unlinkedMentions", "subtree")) {
            JsonObject params = WireClient.parse("""
                    {"textDocument": {"uri": "%s"}, "position": {"line": 1, "character": 9}, "kind": "%s"}
                    """.formatted(page.toUri(), kind));
            String uri = client.request("logseq/document", params)
                    .getAsJsonObject("result")
                    .get("uri")
                    .getAsString();
            // VS Code writes addresses in its own way.
            for (String spelt : List.of(uri, uri.replace("graph=", "graph%3D"))) {
                assertThat(content(spelt)).contains("](<" + graph.toUri().toASCIIString());
            }
        }
        client.edit(page, 2, 1, 3, 3, "more ");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WireClient.SECONDS);
        while (client.requests().stream().noneMatch(SearchIT::isRefresh)) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void readsNothingOutsideOfTheGraphForADocument() throws Exception {
        Files.writeString(folder.resolve("secret.md"), "- secret\n");
        for (String path : List.of("../secret.md", folder.resolve("secret.md").toString())) {
            assertThat(content("logseq-ls:/subtree/secret.md?block=0&page=" + path + "&graph=" + graph.toUri()))
                    .doesNotContain("- secret", "file:");
        }
        assertThat(content("logseq-ls:/linked-references/a%20(linked%20references).md?graph=" + folder.toUri()))
                .startsWith("_No open graph");
        assertThat(content("logseq-ls:nonsense%")).startsWith("_No open graph");
    }

    private static boolean isRefresh(JsonObject request) {
        return request.get("method").getAsString().equals("workspace/textDocumentContent/refresh");
    }

    private String content(String uri) throws Exception {
        JsonObject params = new JsonObject();
        params.addProperty("uri", uri);
        return client.request("workspace/textDocumentContent", params)
                .getAsJsonObject("result")
                .get("text")
                .getAsString();
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
