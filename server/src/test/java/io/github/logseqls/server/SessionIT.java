package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import com.google.common.io.MoreFiles;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session on the demo graph in which an editor that can do everything asks for all that the server offers, at all places
 * that may matter, and gets answers with something in them. What both say is held against the meta model. What is offered
 * and not asked for here fails.
 */
class SessionIT {

    private static final Path DEMO = Path.of("../testdata/graphs/demo");
    private static final ImmutableList<String> OPEN = ImmutableList.of(
            "journals/2026_11_07.md",
            "pages/Baking schedule.md",
            "pages/Keyboard layout.org",
            "pages/Projects___garden sensor.md",
            "pages/Session.md",
            "pages/Sourdough.md",
            "pages/日本語.md");
    /** What the demo graph has no example of. */
    private static final String MORE = "- [[Sourdough]] again\n  background-color:: red\n- {{embed [[contents]]}}\n";

    private static final int MOST_ITEMS = 5;

    @TempDir
    Path folder;

    private final Map<String, ImmutableList<JsonElement>> found = new HashMap<>();
    private JsonObject offered;
    private Questions questions;
    private WireClient client;

    @BeforeEach
    void openGraph() throws Exception {
        assumeTrue(MetaModel.isThere(), "the LSP meta model is not beside the project");
        Path graph = copyOfDemo();
        Files.writeString(graph.resolve("pages/Session.md"), MORE);
        questions = Questions.about(OPEN.stream().map(graph::resolve).toList());
        client = WireClient.start();
        JsonObject editor = WireClient.parse(Files.readString(Path.of("src/test/resources/modern-editor.json")));
        offered = client.initialize(
                        graph, editor, WireClient.parse("{\"settings\": {\"check\": {\"scope\": \"graph\"}}}"))
                .getAsJsonObject("capabilities");
        for (Map.Entry<Path, String> page : questions.pages().entrySet()) {
            client.open(page.getKey(), page.getValue());
        }
        client.await("$/progress", SessionIT::isEnd);
    }

    @AfterEach
    void nothingWasAgainstTheProtocol() throws Exception {
        if (client == null) {
            return;
        }
        client.request("shutdown", new JsonObject());
        client.notify("exit", new JsonObject());
        assertThat(client.exitCode()).isZero();
        client.close();
        assertThat(client.faults()).isEmpty();
        assertThat(client.ownFaults()).isEmpty();
        assertThat(client.stderr()).isEmpty();
    }

    @Test
    void allThatIsOfferedIsAskedForAndAnswered() throws Exception {
        for (String method : offeredMethods()) {
            assertThat(found(method)).as("answers to " + method).isNotEmpty();
        }
    }

    @Test
    void whatIsOursIsAskedForAndAnswered() throws Exception {
        for (String method :
                ServiceEndpoints.getSupportedMethods(LogseqService.class).keySet()) {
            assertThat(found(method)).as("answers to " + method).isNotEmpty();
        }
    }

    /** The methods of all capabilities, and those that the server registered later. */
    private ImmutableSet<String> offeredMethods() {
        Stream<String> registered = client.requests().stream()
                .filter(request -> request.get("method").getAsString().equals("client/registerCapability"))
                .flatMap(request -> request.getAsJsonObject("params").getAsJsonArray("registrations").asList().stream())
                .map(registration ->
                        registration.getAsJsonObject().get("method").getAsString())
                .filter(method -> !method.equals("workspace/didChangeWatchedFiles"));
        return Stream.concat(MetaModel.load().methods(offered).stream(), registered)
                // What breaks when files are deleted is said by a message, and the answer is empty.
                .filter(method -> !method.equals("workspace/willDeleteFiles"))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What a method answers to all questions, without empty answers; each is asked once. */
    private ImmutableList<JsonElement> found(String method) throws Exception {
        ImmutableList<JsonElement> known = found.get(method);
        if (known != null) {
            return known;
        }
        ImmutableList.Builder<JsonElement> results = ImmutableList.builder();
        for (JsonObject question : questions(method)) {
            JsonObject answer = client.request(method, question);
            assertThat(answer.get("error"))
                    .as("error of %s %s", method, question)
                    .isNull();
            if (!isEmpty(answer.get("result"))) {
                results.add(answer.get("result"));
            }
        }
        found.put(method, results.build());
        return results.build();
    }

    private List<JsonObject> questions(String method) throws Exception {
        return switch (method) {
            case "textDocument/codeLens",
                    "textDocument/diagnostic",
                    "textDocument/documentColor",
                    "textDocument/documentLink",
                    "textDocument/documentSymbol",
                    "textDocument/foldingRange",
                    "textDocument/semanticTokens/full",
                    "logseq/collapsedBlocks",
                    "logseq/linkedReferences" -> questions.ofPages();
            case "textDocument/semanticTokens/full/delta" -> deltas();
            case "textDocument/inlayHint", "textDocument/semanticTokens/range", "logseq/displays" ->
                questions.ofRanges();
            case "textDocument/formatting" -> Questions.ofFormatting(questions.ofPages());
            case "textDocument/rangeFormatting" -> Questions.ofFormatting(questions.ofRanges());
            case "textDocument/onTypeFormatting" -> Questions.ofFormatting(questions.ofTypedLines());
            case "logseq/paste" -> questions.ofPastes();
            case "logseq/key" -> questions.ofKeys();
            case "textDocument/selectionRange" -> questions.ofSelections();
            case "textDocument/codeAction" -> questions.ofActions();
            case "textDocument/completion",
                    "textDocument/declaration",
                    "textDocument/definition",
                    "textDocument/documentHighlight",
                    "textDocument/hover",
                    "textDocument/implementation",
                    "textDocument/linkedEditingRange",
                    "textDocument/prepareCallHierarchy",
                    "textDocument/prepareTypeHierarchy",
                    "textDocument/typeDefinition",
                    "logseq/place" -> questions.atCarets();
            case "textDocument/prepareRename" -> questions.atLinks();
            case "textDocument/rename" -> questions.ofRenames();
            case "workspace/willRenameFiles" -> questions.ofRenamedFiles();
            case "textDocument/references" -> questions.ofReferences();
            case "textDocument/colorPresentation" -> colors();
            case "callHierarchy/incomingCalls", "callHierarchy/outgoingCalls" ->
                items("textDocument/prepareCallHierarchy");
            case "typeHierarchy/subtypes", "typeHierarchy/supertypes" -> items("textDocument/prepareTypeHierarchy");
            case "completionItem/resolve" -> completions(MOST_ITEMS).toList();
            case "codeAction/resolve" -> each("textDocument/codeAction");
            case "codeLens/resolve" -> each("textDocument/codeLens");
            case "documentLink/resolve" -> each("textDocument/documentLink");
            case "inlayHint/resolve" -> each("textDocument/inlayHint");
            case "workspaceSymbol/resolve" -> each("workspace/symbol");
            case "workspace/diagnostic" -> List.of(WireClient.parse("{\"previousResultIds\": []}"));
            case "workspace/executeCommand" -> commands();
            case "workspace/symbol" -> questions.ofSearches();
            case "logseq/document" -> questions.ofDocuments();
            case "workspace/textDocumentContent" ->
                found("logseq/document").stream()
                        .map(JsonElement::getAsJsonObject)
                        .toList();
            default -> throw new AssertionError("the session asks nothing of " + method);
        };
    }

    /** Whatever is in the lists that a method answers. */
    private List<JsonObject> each(String method) throws Exception {
        return found(method).stream()
                .flatMap(list -> list.getAsJsonArray().asList().stream())
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private List<JsonObject> commands() throws Exception {
        Stream<JsonObject> ofItems = completions(Integer.MAX_VALUE)
                .filter(item -> item.has("command"))
                .limit(MOST_ITEMS)
                .map(item -> Questions.ofCommand(item.getAsJsonObject("command")));
        return Streams.concat(questions.ofMoves().stream(), questions.ofCommands().stream(), ofItems)
                .toList();
    }

    /** So many at most of what may be typed at each place. */
    private Stream<JsonObject> completions(int most) throws Exception {
        return found("textDocument/completion").stream()
                .flatMap(list -> list.getAsJsonObject().getAsJsonArray("items").asList().stream()
                        .limit(most))
                .map(JsonElement::getAsJsonObject);
    }

    private List<JsonObject> items(String method) throws Exception {
        return each(method).stream().map(item -> Questions.with("item", item)).toList();
    }

    /** Each page is asked about in full, changed, and asked about again. */
    private List<JsonObject> deltas() throws Exception {
        List<JsonObject> deltas = new ArrayList<>();
        for (JsonObject question : questions.ofPages()) {
            JsonElement full =
                    client.request("textDocument/semanticTokens/full", question).get("result");
            question.add("previousResultId", full.getAsJsonObject().get("resultId"));
            deltas.add(question);
        }
        for (Path page : questions.pages().keySet()) {
            client.edit(page, 2, 0, 0, 0, "- [[Sourdough]]\n");
        }
        return deltas;
    }

    private List<JsonObject> colors() throws Exception {
        List<JsonObject> colors = new ArrayList<>();
        for (JsonObject page : questions.ofPages()) {
            JsonElement inPage =
                    client.request("textDocument/documentColor", page).get("result");
            for (JsonElement color : inPage.getAsJsonArray()) {
                JsonObject question = color.getAsJsonObject();
                question.add("textDocument", page.get("textDocument"));
                colors.add(question);
            }
        }
        return colors;
    }

    private static boolean isEmpty(JsonElement result) {
        return result.isJsonNull()
                || result instanceof JsonArray array && array.isEmpty()
                || result instanceof JsonObject object && object.isEmpty();
    }

    private static boolean isEnd(JsonObject progress) {
        return progress.get("value") instanceof JsonObject value && new JsonPrimitive("end").equals(value.get("kind"));
    }

    private Path copyOfDemo() throws IOException {
        Path graph = folder.resolve("demo");
        for (Path file : MoreFiles.fileTraverser().depthFirstPreOrder(DEMO)) {
            Files.copy(file, graph.resolve(DEMO.relativize(file).toString()));
        }
        return graph;
    }
}
