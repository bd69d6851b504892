package io.github.logseqls.cli;

import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.workspace.WorkspaceListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells of files that cannot be read, and counts them. */
record CheckListener(PrintWriter err, AtomicInteger unreadable) implements WorkspaceListener {

    @Override
    public void changed() {
        // The graph is looked at when it is complete.
    }

    @Override
    public void unreadable(String file, String reason) {
        unreadable.incrementAndGet();
        err.println("logseq-ls: cannot read " + file + ": " + reason);
    }

    @Override
    public void found(String file, FileFinding finding) {
        // It is printed with all else that is found.
    }

    @Override
    public void unwatched(String folder, String reason) {
        // Nothing is watched.
    }

    @Override
    public ScanProgress scanning(Path folder) {
        // A graph is read faster than a line about it.
        return ScanProgress.UNSEEN;
    }
}
