package io.github.logseqls.workspace;

import java.nio.file.Path;

/** Who wants to know what happens to a workspace. Called from several threads, never with a lock held. */
public interface WorkspaceListener {

    /** Something changed that answers may depend on. */
    void changed();

    /** A file could not be read; the rest of the graph is not affected. */
    void unreadable(String file, String reason);

    /** The files of a graph are about to be read. */
    ScanProgress scanning(Path folder);

    /** How far reading a graph has come. */
    interface ScanProgress {

        void read(int files, int total);

        void done();

        /** Whether somebody wants the scan to stop; what has been read so far stays. */
        boolean isCancelled();
    }
}
