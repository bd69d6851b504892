package io.github.logseqls.server;

import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.workspace.WorkspaceListener;
import java.nio.file.Path;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/** Carries what happens in the workspace to the editor. */
record WorkspaceEvents(LanguageClient editor, FileWatching watching, Progress progress, Runnable onChange)
        implements WorkspaceListener {

    @Override
    public void changed() {
        onChange.run();
    }

    @Override
    public void unreadable(String file, String reason) {
        warn("Cannot read %s: %s".formatted(file, reason));
    }

    @Override
    public void found(String file, FileFinding finding) {
        warn("%s: %s".formatted(file, finding));
    }

    @Override
    public void unwatched(String folder, String reason) {
        warn("Cannot watch %s, so changes that other programs make there are not always seen: %s"
                .formatted(folder, reason));
    }

    @Override
    public ScanProgress scanning(Path folder) {
        watching.begin(folder);
        return progress.begin("Reading Logseq graph " + folder.getFileName());
    }

    @Override
    public void forgotten(Path folder) {
        watching.end(folder);
    }

    private void warn(String message) {
        editor.logMessage(new MessageParams(MessageType.Warning, message));
    }
}
