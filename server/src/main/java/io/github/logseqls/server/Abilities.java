package io.github.logseqls.server;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.text.Encoding;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintCapabilities;
import org.eclipse.lsp4j.InlayHintResolveSupportCapabilities;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.jspecify.annotations.Nullable;

/** Reads what an editor says it can do. */
final class Abilities {

    /** How many folds an editor gets that names no limit; VS Code shows no more by default. */
    private static final int DEFAULT_FOLDS = 5000;

    private static final ImmutableMap<String, Encoding> ENCODINGS = ImmutableMap.of(
            PositionEncodingKind.UTF8, Encoding.UTF8,
            PositionEncodingKind.UTF16, Encoding.UTF16,
            PositionEncodingKind.UTF32, Encoding.UTF32);

    private Abilities() {}

    static ClientAbilities of(InitializeParams params) {
        Optional<ClientCapabilities> client = Optional.ofNullable(params.getCapabilities());
        var document = client.map(ClientCapabilities::getTextDocument);
        boolean markdown = document.map(d -> d.getHover())
                .map(h -> h.getContentFormat())
                .map(formats -> formats.contains(MarkupKind.MARKDOWN))
                .orElse(false);
        return new ClientAbilities(
                encoding(client),
                jumps(
                        document.map(d -> d.getDefinition()),
                        client.map(ClientCapabilities::getWorkspace)
                                .map(w -> w.getTextDocumentContent())
                                .isPresent()),
                relations(document),
                markdown,
                folds(document.map(d -> d.getFoldingRange())),
                symbols(client),
                tokens(document.map(d -> d.getSemanticTokens())),
                hints(document.map(d -> d.getInlayHint())),
                document.map(d -> d.getDocumentLink())
                        .map(l -> isTrue(l.getTooltipSupport()))
                        .orElse(false),
                actions(client),
                edits(client),
                completions(document.map(d -> d.getCompletion()), params.getInitializationOptions()),
                commands(params.getInitializationOptions()));
    }

    private static ClientAbilities.Jumps jumps(Optional<DefinitionCapabilities> definition, boolean documents) {
        return new ClientAbilities.Jumps(
                definition.isPresent(),
                definition.map(d -> isTrue(d.getLinkSupport())).orElse(false),
                documents);
    }

    private static ClientAbilities.Relations relations(Optional<TextDocumentClientCapabilities> document) {
        return new ClientAbilities.Relations(
                document.map(d -> d.getDeclaration())
                        .map(d -> isTrue(d.getLinkSupport()))
                        .orElse(false),
                document.map(d -> d.getTypeDefinition())
                        .map(d -> isTrue(d.getLinkSupport()))
                        .orElse(false),
                document.map(d -> d.getImplementation())
                        .map(d -> isTrue(d.getLinkSupport()))
                        .orElse(false));
    }

    private static ClientAbilities.Actions actions(Optional<ClientCapabilities> client) {
        var actions = client.map(ClientCapabilities::getTextDocument).map(d -> d.getCodeAction());
        boolean keepsData = actions.map(a -> isTrue(a.getDataSupport())).orElse(false);
        return new ClientAbilities.Actions(
                actions.map(a -> a.getCodeActionLiteralSupport()).isPresent(),
                keepsData
                        && actions.map(a -> a.getResolveSupport())
                                .map(r -> r.getProperties().contains("edit"))
                                .orElse(false),
                actions.map(a -> isTrue(a.getIsPreferredSupport())).orElse(false));
    }

    private static ClientAbilities.Edits edits(Optional<ClientCapabilities> client) {
        var workspace = client.map(ClientCapabilities::getWorkspace);
        var edits = workspace.map(w -> w.getWorkspaceEdit());
        List<String> files = edits.map(e -> e.getResourceOperations()).orElse(List.of());
        // They come among edits of documents and nowhere else, so that who takes them takes those, as Neovim does
        // without a word.
        boolean documents = !files.isEmpty()
                || edits.map(e -> isTrue(e.getDocumentChanges())).orElse(false);
        return new ClientAbilities.Edits(
                workspace.map(w -> isTrue(w.getApplyEdit())).orElse(false),
                documents,
                documents && edits.map(e -> e.getChangeAnnotationSupport()).isPresent(),
                files.contains(ResourceOperationKind.Create),
                files.contains(ResourceOperationKind.Rename),
                files.contains(ResourceOperationKind.Delete),
                edits.map(e -> isTrue(e.getMetadataSupport())).orElse(false),
                client.map(ClientCapabilities::getTextDocument)
                        .map(d -> d.getRename())
                        .map(r -> isTrue(r.getPrepareSupport()))
                        .orElse(false));
    }

    private static ClientAbilities.Completions completions(
            Optional<CompletionCapabilities> completion, @Nullable Object options) {
        var item = completion.map(CompletionCapabilities::getCompletionItem);
        return new ClientAbilities.Completions(
                item.map(i -> isTrue(i.getSnippetSupport())).orElse(false),
                item.map(i -> isTrue(i.getInsertReplaceSupport())).orElse(false),
                item.map(i -> isTrue(i.getLabelDetailsSupport())).orElse(false),
                item.map(i -> i.getInsertTextModeSupport())
                        .map(m -> m.getValueSet().contains(InsertTextMode.AsIs))
                        .orElse(false),
                completion
                        .map(CompletionCapabilities::getCompletionList)
                        .map(l -> l.getItemDefaults())
                        .map(defaults -> defaults.contains("editRange"))
                        .orElse(false),
                item.map(i -> i.getDocumentationFormat())
                        .map(formats -> formats.contains(MarkupKind.MARKDOWN))
                        .orElse(false),
                filtersByWord(options));
    }

    /** No client capability tells of it, so the editor's {@code initializationOptions} may: {@code {"completionFilter": "word"}}. */
    private static boolean filtersByWord(@Nullable Object options) {
        return options instanceof JsonObject object
                && object.get("completionFilter") instanceof JsonPrimitive filter
                && filter.getAsString().equals("word");
    }

    private static ClientAbilities.Symbols symbols(Optional<ClientCapabilities> client) {
        return new ClientAbilities.Symbols(
                client.map(ClientCapabilities::getTextDocument)
                        .map(d -> d.getDocumentSymbol())
                        .map(s -> isTrue(s.getHierarchicalDocumentSymbolSupport()))
                        .orElse(false),
                client.map(ClientCapabilities::getWorkspace)
                        .map(w -> w.getSymbol())
                        .map(s -> s.getResolveSupport())
                        .map(r -> r.getProperties().contains("location.range"))
                        .orElse(false));
    }

    private static ClientAbilities.Tokens tokens(Optional<SemanticTokensCapabilities> tokens) {
        return new ClientAbilities.Tokens(
                tokens.map(t -> isTrue(t.getMultilineTokenSupport())).orElse(false),
                tokens.map(t -> isTrue(t.getOverlappingTokenSupport())).orElse(false));
    }

    private static ClientAbilities.Hints hints(Optional<InlayHintCapabilities> hints) {
        List<String> later = hints.map(InlayHintCapabilities::getResolveSupport)
                .map(InlayHintResolveSupportCapabilities::getProperties)
                .orElse(List.of());
        return new ClientAbilities.Hints(
                later.contains("label.tooltip") || later.contains("tooltip"), later.contains("label.location"));
    }

    private static ClientAbilities.Folds folds(Optional<FoldingRangeCapabilities> folding) {
        return new ClientAbilities.Folds(
                folding.map(f -> isTrue(f.getLineFoldingOnly())).orElse(false),
                folding.map(f -> f.getFoldingRange())
                        .map(f -> isTrue(f.getCollapsedText()))
                        .orElse(false),
                folding.map(FoldingRangeCapabilities::getRangeLimit)
                        .filter(limit -> limit > 0)
                        .orElse(DEFAULT_FOLDS));
    }

    /** The first encoding in the editor's list that we know; it lists what it likes best first. */
    private static Encoding encoding(Optional<ClientCapabilities> client) {
        List<String> offered = client.map(ClientCapabilities::getGeneral)
                .map(general -> general.getPositionEncodings())
                .orElse(List.of());
        for (String kind : offered) {
            if (ENCODINGS.containsKey(kind)) {
                return ENCODINGS.get(kind);
            }
        }
        return Encoding.UTF16;
    }

    /** The commands that the editor lists in its {@code initializationOptions}: {@code {"commands": ["..."]}}. */
    private static ImmutableSet<String> commands(@Nullable Object options) {
        if (!(options instanceof JsonObject object) || !(object.get("commands") instanceof JsonArray commands)) {
            return ImmutableSet.of();
        }
        return Streams.stream(commands)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
