package io.github.logseqls.server;

import io.github.logseqls.workspace.WorkspaceListener;
import java.nio.file.Path;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/** Carries what happens in the workspace to the editor. */
record WorkspaceEvents(LanguageClient editor, Client client, Progress progress, Runnable onChange)
        implements WorkspaceListener {

    @Override
    public void changed() {
        onChange.run();
    }

    @Override
    public void unreadable(String file, String reason) {
        editor.logMessage(new MessageParams(MessageType.Warning, "Cannot read %s: %s".formatted(file, reason)));
    }

    @Override
    public ScanProgress scanning(Path folder) {
        FileWatching.register(editor, client, folder);
        return progress.begin("Reading Logseq graph " + folder.getFileName());
    }
}
