package io.github.logseqls.server;

import io.github.logseqls.feature.structure.WorkspaceSymbols;
import io.github.logseqls.workspace.FileUris;
import io.github.logseqls.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolLocation;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What editors tell about folders and files that need not be open. */
final class WorkspaceRequests implements FileRequests {

    private final Supplier<Session> session;

    WorkspaceRequests(Supplier<Session> session) {
        this.session = session;
    }

    @Override
    public Session session() {
        return session.get();
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        SymbolSearch search = new SymbolSearch(session.get(), params.getQuery());
        Either<String, Integer> token = params.getPartialResultToken();
        return (token == null ? search.whole() : search.inParts(token)).thenApply(Either::forRight);
    }

    @Override
    public CompletableFuture<WorkspaceSymbol> resolveWorkspaceSymbol(WorkspaceSymbol symbol) {
        String uri = symbol.getLocation().map(Location::getUri, WorkspaceSymbolLocation::getUri);
        return session.get()
                .answerOfFile(
                        "workspaceSymbol/resolve",
                        uri,
                        symbol,
                        file -> WorkspaceSymbols.resolved(
                                file.snapshot(),
                                file.path(),
                                symbol,
                                session.get().client().abilities()));
    }

    @Override
    public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(WorkspaceDiagnosticParams params) {
        return session.get().pulled().ofWorkspace(params);
    }

    @Override
    public CompletableFuture<TextDocumentContentResult> textDocumentContent(TextDocumentContentParams params) {
        return session.get().documentContent(params.getUri());
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        return Commands.run(session.get(), params);
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        List<Path> files = params.getChanges().stream()
                .map(FileEvent::getUri)
                .flatMap(uri -> FileUris.path(uri).stream())
                .distinct()
                .toList();
        session.get().workspace().filesChanged(files);
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        Workspace workspace = session.get().workspace();
        for (WorkspaceFolder folder : params.getEvent().getAdded()) {
            FileUris.path(folder.getUri()).ifPresent(workspace::addFolder);
        }
        for (WorkspaceFolder folder : params.getEvent().getRemoved()) {
            FileUris.path(folder.getUri()).ifPresent(workspace::removeFolder);
        }
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        PreferencesJson.ofChange(params.getSettings()).ifPresent(session.get()::prefer);
    }
}
