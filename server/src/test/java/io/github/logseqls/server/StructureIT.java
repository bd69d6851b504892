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

/** What is asked about a page as a whole, over the wire with the packaged launcher. */
class StructureIT {

    @TempDir
    Path folder;

    private Path page;
    private WireClient client;

    @BeforeEach
    void openAPage() throws Exception {
        Path graph = folder.resolve("graph #1 日本語");
        GraphFolder.create(graph, "{}");
        Files.createDirectories(graph.resolve("assets"));
        Files.writeString(graph.resolve("assets/a b.png"), "");
        page = graph.resolve("pages/a.md");
        Files.writeString(page, """
                - TODO top [[Page]]
                  background-color:: red
                	- ![x](../assets/a%20b.png) https://example.org
                """);
        client = WireClient.start();
        client.initialize(graph);
        client.open(page, Files.readString(page));
        client.awaitGraph();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    @Test
    void blocksAreSymbols() throws Exception {
        JsonArray symbols = ask("documentSymbol", "").getAsJsonArray();
        assertThat(symbols).hasSize(1);
        JsonObject top = symbols.get(0).getAsJsonObject();
        assertThat(top.get("name").getAsString()).isEqualTo("top Page");
        assertThat(top.get("detail").getAsString()).isEqualTo("TODO");
        assertThat(top.getAsJsonArray("children")).hasSize(1);
    }

    @Test
    void selectionsGrow() throws Exception {
        JsonArray ranges = ask(
                        "selectionRange",
                        ", \"positions\": [{\"line\": 0, \"character\": 8}, {\"line\": 2, \"character\": 6}]")
                .getAsJsonArray();
        assertThat(ranges).hasSize(2);
        JsonObject word = ranges.get(0).getAsJsonObject().getAsJsonObject("range");
        assertThat(word.toString())
                .isEqualTo("{\"start\":{\"line\":0,\"character\":7},\"end\":{\"line\":0,\"character\":10}}");
    }

    @Test
    void tokensAreToldWholeInPartAndByWhatChanged() throws Exception {
        JsonObject whole = ask("semanticTokens/full", "").getAsJsonObject();
        assertThat(whole.getAsJsonArray("data")).hasSize(6 * 5);
        client.edit(page, 2, 0, 13, 17, "Other");
        JsonObject delta = since(whole);
        JsonObject edit = delta.getAsJsonArray("edits").get(0).getAsJsonObject();
        assertThat(edit.get("start").getAsInt()).isEqualTo(10);
        assertThat(edit.get("deleteCount").getAsInt()).isEqualTo(5);
        assertThat(edit.getAsJsonArray("data").get(2).getAsInt()).isEqualTo("[[Other]]".length());
        assertThat(since(delta).getAsJsonArray("edits")).isEmpty();
        assertThat(since(whole).has("data")).isTrue();

        JsonObject part = ask(
                        "semanticTokens/range",
                        ", \"range\": {\"start\": {\"line\": 1, \"character\": 0}, \"end\": {\"line\": 1, \"character\": 30}}")
                .getAsJsonObject();
        assertThat(part.getAsJsonArray("data")).hasSize(2 * 5);
    }

    @Test
    void colorsAreFoundAndWritten() throws Exception {
        JsonObject found = ask("documentColor", "").getAsJsonArray().get(0).getAsJsonObject();
        JsonArray ways = ask(
                        "colorPresentation",
                        ", \"color\": %s, \"range\": %s".formatted(found.get("color"), found.get("range")))
                .getAsJsonArray();
        assertThat(ways)
                .extracting(way -> way.getAsJsonObject().get("label").getAsString())
                .containsExactly("red", "#fecaca");
    }

    @Test
    void linksLeadToTheWebAndToFiles() throws Exception {
        JsonArray links = ask("documentLink", "").getAsJsonArray();
        assertThat(links)
                .extracting(link -> link.getAsJsonObject().get("target").getAsString())
                .containsExactlyInAnyOrder(
                        "https://example.org",
                        page.resolveSibling("../assets/a b.png")
                                .normalize()
                                .toUri()
                                .toASCIIString());
    }

    private JsonObject since(JsonObject answer) throws Exception {
        return ask("semanticTokens/full/delta", ", \"previousResultId\": " + answer.get("resultId"))
                .getAsJsonObject();
    }

    private JsonElement ask(String method, String more) throws Exception {
        return client.request(
                        "textDocument/" + method,
                        WireClient.parse("{\"textDocument\": {\"uri\": \"%s\"}%s}".formatted(page.toUri(), more)))
                .get("result");
    }
}
