package io.github.logseqls.server;

import io.github.logseqls.workspace.FileUris;
import io.github.logseqls.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What editors tell about folders and files that need not be open. */
final class WorkspaceRequests implements WorkspaceService {

    private final Supplier<Session> session;

    WorkspaceRequests(Supplier<Session> session) {
        this.session = session;
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
