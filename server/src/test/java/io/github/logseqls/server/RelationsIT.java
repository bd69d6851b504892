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

/** How blocks and pages are related, asked over the wire of the packaged launcher. */
class RelationsIT {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @TempDir
    Path folder;

    private Path page;
    private Path closed;
    private WireClient client;

    @BeforeEach
    void openGraph() throws Exception {
        GraphFolder.create(folder, "{:file/name-format :triple-lowbar}");
        page = folder.resolve("pages/a___b.md");
        closed = folder.resolve("pages/c.md");
        Files.writeString(page, "- parent [[new]]\n\t- see ((%s))\n\t  kind:: [[c]]\n".formatted(ID));
        Files.writeString(closed, "tags:: a/b\n\n- target ((%s))\n  id:: %s\n".formatted(ID, ID));
        client = WireClient.start();
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() {
        client.closeWithoutFaults();
    }

    @Test
    void leadsUpAndToTypesAndUses() throws Exception {
        open();
        assertThat(places("textDocument/declaration", page, 1, 3)).containsExactly("a___b.md:0");
        assertThat(places("textDocument/typeDefinition", page, 1, 10)).containsExactly("c.md:0");
        assertThat(places("textDocument/typeDefinition", page, 2, 14)).containsExactly("a___b.md:0");
        assertThat(places("textDocument/implementation", page, 1, 10)).containsExactly("a___b.md:1", "c.md:2");
    }

    @Test
    void followsReferencesThroughFilesThatAreNotOpen() throws Exception {
        open();
        JsonObject item =
                items("textDocument/prepareCallHierarchy", 1, 10).get(0).getAsJsonObject();
        assertThat(item.get("uri").getAsString()).isEqualTo(closed.toUri().toASCIIString());
        assertThat(names(of("callHierarchy/incomingCalls", item), "from"))
                .containsExactly("see target ((…))", "target ((…))");
        assertThat(names(of("callHierarchy/outgoingCalls", item), "to")).containsExactly("target ((…))");
    }

    @Test
    void knowsNamespaces() throws Exception {
        open();
        JsonObject item =
                items("textDocument/prepareTypeHierarchy", 0, 3).get(0).getAsJsonObject();
        assertThat(item.get("name").getAsString()).isEqualTo("a/b");
        JsonObject above = of("typeHierarchy/supertypes", item).get(0).getAsJsonObject();
        assertThat(above.get("name").getAsString()).isEqualTo("a");
        JsonObject below = of("typeHierarchy/subtypes", above).get(0).getAsJsonObject();
        assertThat(below).isEqualTo(item);
    }

    @Test
    void editsAnIdInAllPlacesOfItsPage() throws Exception {
        open();
        client.open(closed, Files.readString(closed));
        JsonObject linked =
                client.at("textDocument/linkedEditingRange", closed, 3, 10).getAsJsonObject("result");
        assertThat(linked.getAsJsonArray("ranges")).hasSize(2);
        assertThat(client.at("textDocument/linkedEditingRange", page, 0, 3)
                        .get("result")
                        .isJsonNull())
                .isTrue();
    }

    @Test
    void offersAFileForAPageWithoutOneToEditorsThatMakeFiles() throws Exception {
        JsonObject params = WireClient.parse("""
                {"processId": null, "capabilities": {
                  "window": {"workDoneProgress": true},
                  "workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]}},
                  "textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}}}
                """);
        params.addProperty("rootUri", folder.toUri().toString());
        client.request("initialize", params);
        client.notify("initialized", new JsonObject());
        client.open(page, Files.readString(page));
        client.awaitGraph();
        JsonArray actions = client.request("textDocument/codeAction", WireClient.parse("""
                        {"textDocument": {"uri": "%s"}, "context": {"diagnostics": []},
                         "range": {"start": {"line": 0, "character": 12}, "end": {"line": 0, "character": 12}}}
                        """.formatted(page.toUri())))
                .getAsJsonArray("result");
        JsonArray changes =
                actions.get(0).getAsJsonObject().getAsJsonObject("edit").getAsJsonArray("documentChanges");
        JsonObject file = changes.get(0).getAsJsonObject();
        assertThat(file.get("kind").getAsString()).isEqualTo("create");
        assertThat(file.get("uri").getAsString())
                .isEqualTo(folder.resolve("pages/new.md").toUri().toASCIIString());
        JsonObject document = changes.get(1).getAsJsonObject().getAsJsonObject("textDocument");
        assertThat(document.get("version").isJsonNull()).isTrue();
    }

    private void open() throws Exception {
        client.initialize(folder);
        client.open(page, Files.readString(page));
        client.awaitGraph();
    }

    private Iterable<String> places(String method, Path file, int line, int character) throws Exception {
        return client.at(method, file, line, character).getAsJsonArray("result").asList().stream()
                .map(place -> name(place.getAsJsonObject()))
                .toList();
    }

    private static String name(JsonObject place) {
        String uri = place.get("uri").getAsString();
        return uri.substring(uri.lastIndexOf('/') + 1) + ":"
                + place.getAsJsonObject("range").getAsJsonObject("start").get("line");
    }

    private JsonArray items(String method, int line, int character) throws Exception {
        return client.at(method, page, line, character).getAsJsonArray("result");
    }

    private JsonArray of(String method, JsonObject item) throws Exception {
        JsonObject params = new JsonObject();
        params.add("item", item);
        return client.request(method, params).getAsJsonArray("result");
    }

    private static Iterable<String> names(JsonArray calls, String end) {
        return calls.asList().stream()
                .map(call ->
                        call.getAsJsonObject().getAsJsonObject(end).get("name").getAsString())
                .toList();
    }
}
