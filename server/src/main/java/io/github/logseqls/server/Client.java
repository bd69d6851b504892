package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.workspace.FileUris;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintCapabilities;
import org.eclipse.lsp4j.InlayHintResolveSupportCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.jspecify.annotations.Nullable;

/**
 * What the editor said of itself when it started the server.
 *
 * @param abilities what answers depend on
 * @param folders the folders it has open, in its order
 * @param watchesFiles whether it can be asked to report what changes below any folder on disk. One that can be asked only for
 *     its own folders does not count: it knows no graph around them, and some such report only what they wrote themselves
 * @param showsProgress whether it shows the progress of long work
 * @param changesFolders whether it says when folders are opened and closed
 * @param pullsDiagnostics whether it asks for what is wrong; else it is told
 * @param refreshes what it can be told to ask for again
 * @param preferences what its user wanted to see when it started
 */
record Client(
        ClientAbilities abilities,
        ImmutableList<Path> folders,
        boolean watchesFiles,
        boolean showsProgress,
        boolean changesFolders,
        boolean pullsDiagnostics,
        Refreshes refreshes,
        Preferences preferences) {

    /**
     * What an editor can be told to ask for again.
     *
     * @param hints the inlay hints of all documents
     * @param lenses the code lenses, likewise
     * @param tokens the semantic tokens, likewise
     * @param diagnostics what is wrong in them
     */
    record Refreshes(boolean hints, boolean lenses, boolean tokens, boolean diagnostics) {}

    /** How many folds an editor gets that names no limit; VS Code shows no more by default. */
    private static final int DEFAULT_FOLDS = 5000;

    private static final ImmutableMap<String, Encoding> ENCODINGS = ImmutableMap.of(
            PositionEncodingKind.UTF8, Encoding.UTF8,
            PositionEncodingKind.UTF16, Encoding.UTF16,
            PositionEncodingKind.UTF32, Encoding.UTF32);

    static Client of(InitializeParams params) {
        Optional<ClientCapabilities> client = Optional.ofNullable(params.getCapabilities());
        var workspace = client.map(ClientCapabilities::getWorkspace);
        var watching = workspace.map(w -> w.getDidChangeWatchedFiles());
        return new Client(
                abilities(client, commands(params.getInitializationOptions())),
                folders(params),
                watching.map(w -> isTrue(w.getDynamicRegistration()) && isTrue(w.getRelativePatternSupport()))
                        .orElse(false),
                client.map(ClientCapabilities::getWindow)
                        .map(w -> isTrue(w.getWorkDoneProgress()))
                        .orElse(false),
                workspace.map(w -> isTrue(w.getWorkspaceFolders())).orElse(false),
                client.map(ClientCapabilities::getTextDocument)
                        .map(d -> d.getDiagnostic())
                        .isPresent(),
                new Refreshes(
                        workspace
                                .map(w -> w.getInlayHint())
                                .map(h -> isTrue(h.getRefreshSupport()))
                                .orElse(false),
                        workspace
                                .map(w -> w.getCodeLens())
                                .map(l -> isTrue(l.getRefreshSupport()))
                                .orElse(false),
                        workspace
                                .map(w -> w.getSemanticTokens())
                                .map(t -> isTrue(t.getRefreshSupport()))
                                .orElse(false),
                        workspace
                                .map(w -> w.getDiagnostics())
                                .map(d -> isTrue(d.getRefreshSupport()))
                                .orElse(false)),
                PreferencesJson.ofOptions(params.getInitializationOptions()));
    }

    private static ClientAbilities abilities(Optional<ClientCapabilities> client, ImmutableSet<String> commands) {
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
                createsFiles(client),
                commands);
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
        var edits = client.map(ClientCapabilities::getWorkspace).map(w -> w.getWorkspaceEdit());
        boolean keepsData = actions.map(a -> isTrue(a.getDataSupport())).orElse(false);
        boolean versions = edits.map(e -> isTrue(e.getDocumentChanges())).orElse(false);
        return new ClientAbilities.Actions(
                actions.map(a -> a.getCodeActionLiteralSupport()).isPresent(),
                keepsData
                        && actions.map(a -> a.getResolveSupport())
                                .map(r -> r.getProperties().contains("edit"))
                                .orElse(false),
                actions.map(a -> isTrue(a.getIsPreferredSupport())).orElse(false),
                versions,
                versions && edits.map(e -> e.getChangeAnnotationSupport()).isPresent());
    }

    private static boolean createsFiles(Optional<ClientCapabilities> client) {
        return actions(client).edits()
                && client.map(ClientCapabilities::getWorkspace)
                        .map(w -> w.getWorkspaceEdit())
                        .filter(e -> isTrue(e.getDocumentChanges()))
                        .map(e -> e.getResourceOperations())
                        .map(operations -> operations.contains(ResourceOperationKind.Create))
                        .orElse(false);
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

    @SuppressWarnings("deprecation") // Old editors name one root and no folders.
    private static ImmutableList<Path> folders(InitializeParams params) {
        List<WorkspaceFolder> open = params.getWorkspaceFolders();
        if (open != null && !open.isEmpty()) {
            return paths(open, WorkspaceFolder::getUri);
        }
        if (params.getRootUri() != null) {
            return paths(List.of(params.getRootUri()), Function.identity());
        }
        return params.getRootPath() == null
                ? ImmutableList.of()
                : paths(List.of("file://" + params.getRootPath().replace('\\', '/')), Function.identity());
    }

    private static <T> ImmutableList<Path> paths(List<T> things, Function<T, String> uri) {
        return things.stream()
                .flatMap(thing -> FileUris.path(uri.apply(thing)).stream())
                .collect(ImmutableList.toImmutableList());
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
