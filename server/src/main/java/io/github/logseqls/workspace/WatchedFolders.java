package io.github.logseqls.workspace;

import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Shows a watcher the folders of a graph, those only in which Logseq looks for files. A folder that cannot be watched leaves
 * the others watched, and the first such is told of.
 */
final class WatchedFolders implements FileTreeVisitor {

    private final GraphRoot root;
    private final Consumer<String> failed;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    WatchedFolders(GraphRoot root, Consumer<String> failed) {
        this.root = root;
        this.failed = failed;
    }

    @Override
    public void recursiveVisitFiles(Path start, Callback onDirectory, Callback onFile) throws IOException {
        FolderWalk.of(root, start, new FolderWalk.Visitor() {
            @Override
            public void folder(Path folder) {
                watch(folder, onDirectory);
            }

            @Override
            public void file(Path file, BasicFileAttributes attributes) throws IOException {
                onFile.call(file);
            }

            @Override
            public boolean entersRoot(Path folder) {
                // It has a watcher of its own, but may be no graph any more by the time that one would begin.
                return true;
            }

            @Override
            public void failed(Path file, IOException failure) {
                // What cannot be entered is told of where it cannot be read.
            }
        });
    }

    private void watch(Path folder, Callback onDirectory) {
        try {
            onDirectory.call(folder);
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Something cannot be watched, of which one word is enough; that a folder is gone already is told by the one around it. */
    void fail(Exception failure) {
        if (!isOfFolderThatIsGone(failure) && !hasFailed.getAndSet(true)) {
            String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            boolean isLimit = reason.contains("inotify");
            failed.accept(isLimit ? reason + "; raise fs.inotify.max_user_watches and max_user_instances" : reason);
        }
    }

    /** Whether that is the reason; a system may have several words for it. */
    private static boolean isOfFolderThatIsGone(Exception failure) {
        return failure instanceof FileSystemException of
                && of.getFile() != null
                && !Files.isDirectory(Path.of(of.getFile()));
    }
}
