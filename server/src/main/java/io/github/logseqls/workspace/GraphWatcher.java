package io.github.logseqls.workspace;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeEvent.EventType;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.hashing.FileHasher;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.helpers.NOPLogger;

/** Tells what changes below a graph's root, where the editor cannot. */
final class GraphWatcher {

    private GraphWatcher() {}

    /**
     * Begins to tell, and returns when all folders are watched.
     *
     * @param changed is told of files and folders that came, changed or went, on a thread of the watcher; of the root itself
     *     where events were lost
     * @param failed is told once why not all will be seen
     * @return ends the watching
     */
    static Closeable watch(GraphRoot root, Consumer<Path> changed, Consumer<String> failed) {
        WatchedFolders folders = new WatchedFolders(root, failed);
        if (!Files.isDirectory(root.folder())) {
            return () -> {};
        }
        try {
            DirectoryWatcher watcher = watcher(root, folders, changed);
            CompletableFuture<Void> watching = watcher.watchAsync(GraphWatcher::start);
            var unused = watching.exceptionally(failure -> {
                if (!watcher.isClosed()) {
                    folders.fail(failure instanceof Exception e ? e : new IllegalStateException(failure));
                }
                return null;
            });
            return watcher::close;
        } catch (IOException | RuntimeException e) {
            folders.fail(e);
        } catch (LinkageError e) {
            // On macOS the watcher calls into the system, for which it has to bring native code along.
            folders.fail(new IOException(e));
        }
        return () -> {};
    }

    private static DirectoryWatcher watcher(GraphRoot root, WatchedFolders folders, Consumer<Path> changed)
            throws IOException {
        DirectoryWatcher.Builder watcher = DirectoryWatcher.builder()
                .path(root.folder())
                .logger(NOPLogger.NOP_LOGGER)
                .fileTreeVisitor(folders)
                .listener(new Changes(root, changed, folders));
        // macOS tells of folders only, and the watcher has to know itself what in them is new. Contents are never
        // hashed.
        boolean isMac =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return (isMac ? watcher.fileHasher(FileHasher.LAST_MODIFIED_TIME) : watcher.fileHashing(false)).build();
    }

    private static void start(Runnable loop) {
        Thread thread = new Thread(loop, "logseq-ls-watcher");
        thread.setDaemon(true);
        thread.start();
    }

    /** Hears what the library sees. */
    record Changes(GraphRoot root, Consumer<Path> changed, WatchedFolders folders) implements DirectoryChangeListener {

        @Override
        public void onEvent(DirectoryChangeEvent event) {
            if (event.eventType() == EventType.OVERFLOW) {
                changed.accept(root.folder());
                return;
            }
            // Windows reports a change of a folder for each change in it.
            boolean isOnlyTouched = event.isDirectory() && event.eventType() == EventType.MODIFY;
            if (!isOnlyTouched && !GraphFile.isIgnored(root.path(event.path()))) {
                changed.accept(event.path());
            }
        }

        /**
         * Whatever went wrong, events may be lost with it. Lost events themselves come here too, as a null pointer: without
         * hashing the library stumbles over the file that they do not name.
         */
        @Override
        public void onException(Exception failure) {
            if (failure instanceof IOException) {
                folders.fail(failure);
            }
            if (!(failure instanceof ClosedWatchServiceException)) {
                changed.accept(root.folder());
            }
        }
    }
}
