package io.github.logseqls.workspace;

import io.github.logseqls.graph.FileFinding;
import java.nio.file.Path;

/**
 * Who wants to know what happens to a workspace. Called from several threads, some of them in the midst of changing the
 * workspace: it may ask the workspace, and must not change it or wait for somebody who does.
 */
public interface WorkspaceListener {

    /** Something changed that answers may depend on. */
    void changed();

    /** A file could not be read; the rest of the graph is not affected. */
    void unreadable(String file, String reason);

    /** Something of a file is lost as it lies there; the graph keeps it too ({@link io.github.logseqls.graph.Graph#findings}). */
    void found(String file, FileFinding finding);

    /** Changes below a folder that other programs make, or some of them, will not be seen. */
    void unwatched(String folder, String reason);

    /** The files of a graph are about to be read. */
    ScanProgress scanning(Path folder);

    /** A graph is no longer used: nobody asks what changes there, until it is read again. */
    void forgotten(Path folder);

    /** How far reading a graph has come. */
    interface ScanProgress {

        void read(int files, int total);

        void done();

        /** Whether somebody wants the scan to stop; what has been read so far stays. */
        boolean isCancelled();

        /** Of work that nobody looks at. */
        ScanProgress UNSEEN = new ScanProgress() {
            @Override
            public void read(int files, int total) {
                // Nobody looks.
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
