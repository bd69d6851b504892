package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.workspace.FileUris;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchingTest {

    @TempDir
    Path folder;

    private final Editor editor = new Editor();

    @Test
    void aFolderIsWatchedOnceUntilNobodyAsks() {
        FileWatching watching = new FileWatching(editor, client(true, true));
        watching.begin(folder);
        watching.begin(folder);
        watching.end(folder);
        watching.end(folder);
        watching.begin(folder);
        String uri = FileUris.uri(folder);
        assertThat(editor.said).containsExactly("+" + uri, "-" + uri, "+" + uri);
    }

    @Test
    void anEditorThatWatchesOnlyItsOwnFoldersIsNotAsked() {
        FileWatching watching = new FileWatching(editor, client(true, false));
        watching.begin(folder);
        watching.end(folder);
        assertThat(editor.said).isEmpty();
        assertThat(client(true, true).watchesFiles()).isTrue();
        assertThat(client(true, false).watchesFiles()).isFalse();
        assertThat(client(false, true).watchesFiles()).isFalse();
    }

    private static Client client(boolean dynamic, boolean relative) {
        DidChangeWatchedFilesCapabilities watching = new DidChangeWatchedFilesCapabilities(dynamic);
        watching.setRelativePatternSupport(relative);
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setDidChangeWatchedFiles(watching);
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setWorkspace(workspace);
        InitializeParams params = new InitializeParams();
        params.setCapabilities(capabilities);
        return Client.of(params);
    }

    /** Remembers what it was asked to watch, and what no longer. */
    private static final class Editor implements LanguageClient {

        private final List<String> said = new ArrayList<>();

        @Override
        public CompletableFuture<Void> registerCapability(RegistrationParams params) {
            params.getRegistrations().forEach(registration -> said.add("+" + registration.getId()));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> unregisterCapability(UnregistrationParams params) {
            params.getUnregisterations().forEach(registration -> said.add("-" + registration.getId()));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void telemetryEvent(Object event) {}

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {}

        @Override
        public void showMessage(MessageParams message) {}

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            return CompletableFuture.completedFuture(new MessageActionItem());
        }

        @Override
        public void logMessage(MessageParams message) {}
    }
}
