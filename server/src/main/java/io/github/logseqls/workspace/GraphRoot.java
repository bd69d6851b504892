package io.github.logseqls.workspace;

import io.github.logseqls.graph.PagePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a graph lies.
 *
 * @param folder the folder that holds all its files
 * @param onlyFile the name of its one file, for a file that lies in no graph; else empty
 */
public record GraphRoot(Path folder, String onlyFile) {

    private static final Path CONFIG = Path.of("logseq", "config.edn");

    public static GraphRoot ofFolder(Path folder) {
        return new GraphRoot(folder, "");
    }

    static GraphRoot ofFile(Path file) {
        return new GraphRoot(file.resolveSibling(""), String.valueOf(file.getFileName()));
    }

    boolean isSingleFile() {
        return !onlyFile.isEmpty();
    }

    boolean holds(Path file) {
        return isSingleFile() ? file.equals(folder.resolve(onlyFile)) : file.startsWith(folder);
    }

    PagePath path(Path file) {
        String path = folder.relativize(file).toString();
        return new PagePath(path.replace(folder.getFileSystem().getSeparator(), "/"));
    }

    public Path file(PagePath path) {
        return folder.resolve(path.path());
    }

    /**
     * Whether a symbolic link lies between the root and a file. What is behind one may lie outside the graph, and Logseq does
     * not follow it.
     */
    boolean reachesThroughLink(Path file) {
        for (Path part = file; part != null && !part.equals(folder); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                return true;
            }
        }
        return false;
    }

    /** The file that makes the folder the root of a graph, and holds the graph's settings. */
    Path config() {
        return folder.resolve(CONFIG);
    }

    /** The folder that a file makes the root of a graph, if that is what the file is for. */
    static Optional<Path> ofConfig(Path file) {
        Path parent = file.getParent();
        return file.endsWith(CONFIG) && parent != null ? Optional.ofNullable(parent.getParent()) : Optional.empty();
    }

    /** Whether a folder is the root of a graph of its own. */
    static boolean isConfigured(Path folder) {
        return Files.isRegularFile(folder.resolve(CONFIG));
    }

    /** The nearest folder upward from {@code file}, itself included, that is the root of a graph. */
    static Optional<Path> configuredAbove(Path file) {
        for (Path folder = file; folder != null; folder = folder.getParent()) {
            if (isConfigured(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a folder without a {@code logseq/config.edn} may be taken for a graph because an editor has it open. A home
     * folder, what holds it and the root of a disk may not: nobody wants all of that read.
     */
    static boolean mayBeGraph(Path folder) {
        Path home = Path.of(System.getProperty("user.home", "/")).toAbsolutePath();
        return folder.getParent() != null && !home.startsWith(folder);
    }
}
