package io.github.logseqls.cli;

import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.workspace.WorkspaceListener;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * For a command that reads a graph once.
 *
 * @param unreadable is told of each file that cannot be read, and why
 * @param progress shows how far a graph is read
 */
record OneScanListener(BiConsumer<String, String> unreadable, Supplier<ScanProgress> progress)
        implements WorkspaceListener {

    OneScanListener(BiConsumer<String, String> unreadable) {
        this(unreadable, () -> ScanProgress.UNSEEN);
    }

    @Override
    public void changed() {
        // The graph is looked at when it is complete.
    }

    @Override
    public void unreadable(String file, String reason) {
        unreadable.accept(file, reason);
    }

    @Override
    public void found(String file, FileFinding finding) {
        // It stands in the graph.
    }

    @Override
    public void unwatched(String folder, String reason) {
        // What changes later does not matter.
    }

    @Override
    public ScanProgress scanning(Path folder) {
        return progress.get();
    }

    @Override
    public void forgotten(Path folder) {
        // Nothing is forgotten before the end.
    }
}
