package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.PagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a graph lies.
 *
 * @param folder the folder that holds all its files
 * @param onlyFile the name of its one file, for a file that lies in no graph; else empty
 */
public record GraphRoot(Path folder, String onlyFile) {

    /** Where the settings of a graph lie in it. */
    public static final PagePath CONFIG_PATH = new PagePath("logseq/config.edn");

    /** Where a graph says what of its findings is said. */
    public static final PagePath CHECKS_PATH = new PagePath("logseq/logseq-ls.json");

    /** The files of settings, which are no part of the graph's content. */
    public static final ImmutableList<PagePath> SETTINGS = ImmutableList.of(CONFIG_PATH, CHECKS_PATH);

    /** As {@link #CONFIG_PATH}, for the end of a path. */
    static final Path CONFIG = Path.of(CONFIG_PATH.path());

    /** As {@link #CHECKS_PATH}, likewise. */
    static final Path CHECKS = Path.of(CHECKS_PATH.path());

    private static final Path CONFIG_FOLDER = CONFIG.resolveSibling("");

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

    /** The innermost of some graphs that a file lies in; a graph of one file is none of them. */
    static Optional<GraphRoot> innermost(Collection<GraphRoot> roots, Path file) {
        return roots.stream()
                .filter(root -> !root.isSingleFile() && root.holds(file))
                .max(Comparator.comparingInt(root -> root.folder().getNameCount()));
    }

    /** Whether another graph lies inside this one. */
    boolean isAround(GraphRoot other) {
        return !isSingleFile()
                && !other.isSingleFile()
                && !other.folder.equals(folder)
                && other.folder.startsWith(folder);
    }

    PagePath path(Path file) {
        String path = folder.relativize(file).toString();
        return new PagePath(path.replace(folder.getFileSystem().getSeparator(), "/"));
    }

    public Path file(PagePath path) {
        return folder.resolve(path.path());
    }

    /** Whether a path leads back to its file; where the locale is not UTF-8, Java cannot open every file it lists. */
    boolean isNamedBy(PagePath path, Path file) {
        try {
            return file(path).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
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

    /** Whether a file of the graph lies outside of it, behind a symbolic link. */
    boolean leadsOut(Path file) throws IOException {
        return reachesThroughLink(file) && !file.toRealPath().startsWith(folder.toRealPath());
    }

    /** Where the graph says what of its findings is said. */
    Path checks() {
        return folder.resolve(CHECKS_PATH.path());
    }

    /** The file that makes the folder the root of a graph, and holds the graph's settings. */
    Path config() {
        return folder.resolve(CONFIG);
    }

    /** The folder that is the root of a graph by a file, or by the folder that such a file lies in, if it is for that. */
    static Optional<Path> madeBy(Path file) {
        Path parent = file.getParent();
        if (file.endsWith(CONFIG) && parent != null) {
            return Optional.ofNullable(parent.getParent());
        }
        return file.endsWith(CONFIG_FOLDER) ? Optional.ofNullable(parent) : Optional.empty();
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
