package io.github.logseqls.cli;

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
    public ScanProgress scanning(Path folder) {
        return new ScanProgress() {
            @Override
            public void read(int files, int total) {
                // A graph is read faster than a line about it.
            }

            @Override
            public void done() {
                // Nothing was begun.
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }
}
