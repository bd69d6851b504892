package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.logseqls.server.MetaModel.Sender;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the check of messages must not let through. */
class MetaModelTest {

    private static final String RANGE = "{'start': {'line': 0, 'character': 0}, 'end': {'line': 0, 'character': 1}}";

    private final MetaModel model = MetaModel.load();

    @BeforeEach
    void needsTheModel() {
        assumeTrue(MetaModel.isThere(), "the LSP meta model is not beside the project");
    }

    @Test
    void whatFitsHasNoFault() {
        assertThat(result("textDocument/hover", "null")).isEmpty();
        assertThat(result("textDocument/hover", "{'contents': 'text', 'range': %s}".formatted(RANGE)))
                .isEmpty();
        assertThat(result("textDocument/hover", "{'contents': {'kind': 'markdown', 'value': ''}}"))
                .isEmpty();
        assertThat(result("textDocument/foldingRange", "[{'startLine': 0, 'endLine': 1, 'kind': 'ours'}]"))
                .isEmpty();
        assertThat(result(
                        "textDocument/inlayHint",
                        "[{'position': {'line': 0, 'character': 0}, 'label': 'a', 'data': [1]}]"))
                .isEmpty();
        assertThat(message("{'method': 'window/logMessage', 'params': {'type': 1, 'message': ''}}"))
                .isEmpty();
        assertThat(message("{'method': 'logseq/ours', 'params': {}}")).isEmpty();
    }

    @Test
    void namesAreThoseOfTheType() {
        assertThat(result("textDocument/hover", "{'contents': 'text', 'ragne': %s}".formatted(RANGE)))
                .containsExactly("textDocument/hover result: there is no ragne / textDocument/hover result: "
                        + "expected null, found {\"contents\":\"text\",\"ragne\":"
                        + json(RANGE) + "}");
        // Within what one type takes from another.
        assertThat(message(
                        "{'method': 'textDocument/publishDiagnostics', 'params': {'uri': 'file:///a', 'diagnostics': ["
                                + "{'range': %s, 'message': '', 'level': 1}]}}".formatted(RANGE)))
                .containsExactly("textDocument/publishDiagnostics params.diagnostics[]: there is no level");
    }

    @Test
    void whatIsRequiredMustBeThere() {
        assertThat(result("textDocument/foldingRange", "[{'startLine': 0}]"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("textDocument/foldingRange result[]: no endLine");
        assertThat(message("{'method': 'window/logMessage', 'params': {'type': 1}}"))
                .containsExactly("window/logMessage params: no message");
        assertThat(message("{'method': 'window/logMessage'}")).hasSize(1);
    }

    @Test
    void valuesHaveTheirTypes() {
        for (String line : List.of("'0'", "-1", "0.5", "null", "2147483648", "true", "{}", "[]")) {
            assertThat(result("textDocument/foldingRange", "[{'startLine': %s, 'endLine': 1}]".formatted(line)))
                    .as(line)
                    .hasSize(1);
        }
        assertThat(result("textDocument/foldingRange", "{}")).hasSize(1);
        assertThat(result("textDocument/semanticTokens/full", "{'data': [0, 1, 'x']}"))
                .hasSize(1);
        // What may be left out may not be null.
        assertThat(result("textDocument/foldingRange", "[{'startLine': 0, 'endLine': 1, 'kind': null}]"))
                .hasSize(1);
    }

    @Test
    void enumerationsAreClosedUnlessTheyTakeMore() {
        assertThat(message("{'method': 'window/logMessage', 'params': {'type': 9, 'message': ''}}"))
                .containsExactly("window/logMessage params.type: expected one of MessageType, found 9");
        assertThat(result("textDocument/foldingRange", "[{'startLine': 0, 'endLine': 1, 'kind': 7}]"))
                .hasSize(1);
        assertThat(result("textDocument/hover", "{'contents': {'kind': 'html', 'value': ''}}"))
                .hasSize(1);
        assertThat(result(
                        "textDocument/documentSymbol",
                        "[{'name': '', 'kind': 27, 'range': %s, 'selectionRange': %s}]".formatted(RANGE, RANGE)))
                .hasSize(1);
    }

    @Test
    void oneOfSeveralTypesMustFitAsAWhole() {
        // A link has the names of another type than a location.
        assertThat(result("textDocument/definition", "[{'uri': 'file:///a', 'targetRange': %s}]".formatted(RANGE)))
                .hasSize(1);
        assertThat(result("textDocument/definition", "[{'uri': 'file:///a', 'range': %s}]".formatted(RANGE)))
                .isEmpty();
        assertThat(result("textDocument/documentSymbol", "[{'name': '', 'kind': 1, 'location': {'uri': 'file:///a'}}]"))
                .hasSize(1);
        assertThat(result("workspace/symbol", "[{'name': '', 'kind': 1, 'location': {'uri': 'file:///a'}}]"))
                .isEmpty();
    }

    @Test
    void urisAreWhole() {
        for (String uri : List.of("/a.md", "a.md", "file:///a b.md", "file:///100%.md")) {
            assertThat(result("textDocument/definition", "[{'uri': '%s', 'range': %s}]".formatted(uri, RANGE)))
                    .as(uri)
                    .hasSize(1);
        }
    }

    @Test
    void mapsHaveKeysAndValues() {
        assertThat(result(
                        "textDocument/rename",
                        "{'changes': {'file:///a': [{'range': %s, 'newText': ''}]}}".formatted(RANGE)))
                .isEmpty();
        assertThat(result("textDocument/rename", "{'changes': {'file:///a': [{'range': %s}]}}".formatted(RANGE)))
                .hasSize(1);
        assertThat(result("textDocument/rename", "{'changes': {'a': []}}")).hasSize(1);
    }

    @Test
    void messagesGoTheirWayAndAnswersAreWhole() {
        assertThat(message("{'method': 'textDocument/didOpen', 'params': {}}"))
                .containsExactly("textDocument/didOpen goes the other way");
        assertThat(message("{'id': 1, 'method': 'window/logMessage', 'params': {}}"))
                .containsExactly("no such method: window/logMessage");
        assertThat(model.faultsOfMessage(Sender.CLIENT, json("{'id': 1, 'method': 'shutdown', 'params': {}}")))
                .containsExactly("shutdown has no params");
        assertThat(answer("{}")).hasSize(1);
        assertThat(answer("{'result': null, 'error': {'code': 1, 'message': ''}}"))
                .hasSize(1);
        assertThat(answer("{'error': {'code': 'x', 'message': ''}}")).hasSize(1);
        assertThat(answer("{'error': {'code': -32800, 'message': ''}}")).isEmpty();
    }

    @Test
    void progressIsThatOfWorkOrPartOfAnAnswer() {
        assertThat(model.faultsOfWorkDone(json("{'kind': 'begin', 'title': ''}")))
                .isEmpty();
        assertThat(model.faultsOfWorkDone(json("{'kind': 'begin'}"))).hasSize(1);
        assertThat(model.faultsOfWorkDone(json("{'kind': 'done'}"))).hasSize(1);
        assertThat(model.faultsOfPartialResult("workspace/symbol", new JsonArray()))
                .isEmpty();
        assertThat(model.faultsOfPartialResult("workspace/symbol", json("{}"))).hasSize(1);
        assertThat(model.faultsOfPartialResult("textDocument/hover", json("{}")))
                .containsExactly("textDocument/hover has no partialResult");
    }

    @Test
    void capabilitiesAnnounceMethods() {
        JsonObject capabilities = json("""
                {'hoverProvider': true, 'definitionProvider': false, 'typeHierarchyProvider': {},
                 'semanticTokensProvider': {'legend': {}, 'full': {'delta': true}, 'range': false},
                 'documentLinkProvider': {'resolveProvider': false}, 'workspace': {'workspaceFolders': {}}}""");
        assertThat(model.methods(capabilities))
                .containsExactly(
                        "textDocument/documentLink",
                        "textDocument/hover",
                        "textDocument/prepareTypeHierarchy",
                        "textDocument/semanticTokens/full",
                        "textDocument/semanticTokens/full/delta",
                        "typeHierarchy/subtypes",
                        "typeHierarchy/supertypes");
    }

    private List<String> message(String json) {
        return model.faultsOfMessage(Sender.SERVER, json(json));
    }

    private List<String> result(String method, String json) {
        return answer(method, "{'result': %s}".formatted(json));
    }

    private List<String> answer(String json) {
        return answer("textDocument/hover", json);
    }

    private List<String> answer(String method, String json) {
        return model.faultsOfAnswer(method, json(json));
    }

    private static JsonObject json(String json) {
        return WireClient.parse(json.replace('\'', '"'));
    }
}
