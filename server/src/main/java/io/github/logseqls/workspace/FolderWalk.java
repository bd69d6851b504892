package io.github.logseqls.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A walk through the folders of a graph in which Logseq looks for files. It passes over what Logseq ignores, and follows no
 * symbolic link but one to the graph itself: what an editor has open may be one.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

    /** Who is told what lies in a graph; what is in a folder comes after the folder. */
    interface Visitor {

        void folder(Path folder) throws IOException;

        /** Anything in a folder that is no folder. */
        void file(Path file, BasicFileAttributes attributes) throws IOException;

        /** A folder inside that is a graph of its own; whether to go into it all the same. */
        boolean entersRoot(Path folder);

        /** A file or folder cannot be looked at, or not wholly. */
        void failed(Path file, IOException failure);
    }

    private final GraphRoot root;
    private final Path start;
    private final Path walked;
    private final Visitor visitor;

    private FolderWalk(GraphRoot root, Path start, Path walked, Visitor visitor) {
        this.root = root;
        this.start = start;
        this.walked = walked;
        this.visitor = visitor;
    }

    /** Walks the graph's folder, or one inside it. */
    static void of(GraphRoot root, Path start, Visitor visitor) throws IOException {
        boolean isLink = start.equals(root.folder()) && Files.isSymbolicLink(start);
        Path walked = isLink ? start.toRealPath() : start;
        Files.walkFileTree(walked, new FolderWalk(root, start, walked, visitor));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) throws IOException {
        Path folder = inGraph(entered);
        if (!folder.equals(root.folder())) {
            if (GraphFile.isIgnored(root.path(folder))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (GraphRoot.isConfigured(folder) && !visitor.entersRoot(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
        }
        visitor.folder(folder);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        visitor.file(inGraph(file), attributes);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        visitor.failed(inGraph(file), failure);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        if (failure != null) {
            visitor.failed(inGraph(folder), failure);
        }
        return FileVisitResult.CONTINUE;
    }

    private Path inGraph(Path file) {
        return walked.equals(start) ? file : start.resolve(walked.relativize(file));
    }
}
