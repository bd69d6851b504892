package io.github.logseqls.workspace;

import io.github.logseqls.graph.FileFinding;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Tells of files that cannot be read as they are: once for each file and reason, until the file could be read again. */
final class FileReports {

    private final WorkspaceListener listener;
    private final Map<Path, String> said = new ConcurrentHashMap<>();

    FileReports(WorkspaceListener listener) {
        this.listener = listener;
    }

    /** A file or folder cannot be read. */
    void unreadable(Path file, Throwable failure) {
        String message = failure.getMessage();
        unreadable(file, message == null ? failure.getClass().getSimpleName() : message);
    }

    void unreadable(Path file, String reason) {
        if (!reason.equals(said.put(file, reason))) {
            listener.unreadable(file.toString(), reason);
        }
    }

    /** A file was read, or left, with something wrong in it as a whole. */
    void found(Path file, FileFinding finding) {
        if (!finding.what().equals(said.put(file, finding.what()))) {
            listener.found(file.toString(), finding);
        }
    }

    /** A file was read well, or is gone. */
    void sound(Path file) {
        said.remove(file);
    }

    /** Files are gone, or nobody asks for them any more. */
    void forget(Predicate<Path> gone) {
        said.keySet().removeIf(gone);
    }
}
