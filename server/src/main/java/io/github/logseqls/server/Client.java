package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.workspace.FileUris;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
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
 * @param showsDocuments whether it can be asked to show a file
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
        boolean showsDocuments,
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

    static Client of(InitializeParams params) {
        Optional<ClientCapabilities> client = Optional.ofNullable(params.getCapabilities());
        var workspace = client.map(ClientCapabilities::getWorkspace);
        var watching = workspace.map(w -> w.getDidChangeWatchedFiles());
        return new Client(
                Abilities.of(params),
                folders(params),
                watching.map(w -> isTrue(w.getDynamicRegistration()) && isTrue(w.getRelativePatternSupport()))
                        .orElse(false),
                client.map(ClientCapabilities::getWindow)
                        .map(w -> isTrue(w.getWorkDoneProgress()))
                        .orElse(false),
                client.map(ClientCapabilities::getWindow)
                        .map(w -> w.getShowDocument())
                        .map(s -> s.isSupport())
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

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
