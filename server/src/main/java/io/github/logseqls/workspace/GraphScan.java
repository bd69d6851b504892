package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and reads the files of a graph on disk. */
final class GraphScan {

    private final GraphRoot root;
    private final WorkspaceListener listener;

    GraphScan(GraphRoot root, WorkspaceListener listener) {
        this.root = root;
        this.listener = listener;
    }

    /**
     * What lies below a graph's root.
     *
     * @param files all files worth reading
     * @param unreadable those that this system cannot open by their names, and folders that it cannot enter
     * @param nestedRoots the folders inside that are graphs of their own, whose files are not among {@code files}
     */
    record Found(ImmutableList<PagePath> files, ImmutableList<PagePath> unreadable, ImmutableList<Path> nestedRoots) {}

    GraphRoot root() {
        return root;
    }

    /** The graph's settings: those of a new graph where it has none. */
    GraphConfig config() {
        try {
            ConfigText text = ConfigText.read(root);
            text.problem()
                    .ifPresent(problem -> listener.unreadable(root.config().toString(), problem.toString()));
            return text.config();
        } catch (IOException e) {
            listener.unreadable(root.config().toString(), reason(e));
            return GraphConfig.DEFAULT;
        }
    }

    /** Walks the graph's folder, or one inside it; symbolic links are not followed, and what cannot be entered is passed over. */
    Found find(Path start, GraphConfig config) throws IOException {
        List<PagePath> files = new ArrayList<>();
        List<PagePath> unreadable = new ArrayList<>();
        List<Path> nestedRoots = new ArrayList<>();
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(root.folder())) {
                    return FileVisitResult.CONTINUE;
                }
                if (GraphFile.isIgnored(root.path(folder))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (GraphRoot.isConfigured(folder)) {
                    nestedRoots.add(folder);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                PagePath path = root.path(file);
                if (attributes.isRegularFile() && GraphFile.isRead(path) && !config.isHidden(path)) {
                    if (isNamedBy(path, file)) {
                        files.add(path);
                    } else {
                        unreadable.add(path);
                        listener.unreadable(file.toString(), "this system cannot open a file of that name");
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                listener.unreadable(file.toString(), reason(failure));
                unreadable.add(root.path(file));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
                if (failure != null) {
                    listener.unreadable(folder.toString(), reason(failure));
                    unreadable.add(root.path(folder));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new Found(
                ImmutableList.copyOf(files), ImmutableList.copyOf(unreadable), ImmutableList.copyOf(nestedRoots));
    }

    /** The facts of a file that Logseq reads. */
    Facts read(PagePath path, GraphConfig config) {
        Path file = root.file(path);
        try {
            Text text = TextFile.read(file);
            Optional<Syntax> syntax = GraphFile.syntax(path);
            return syntax.isPresent()
                    ? Facts.of(path, Outline.parse(text, syntax.get()), config)
                    : Facts.ofData(path, text.string(), config);
        } catch (IOException | RuntimeException e) {
            // One file must not cost the graph, not even where a bug of ours is the reason.
            listener.unreadable(file.toString(), reason(e));
            return Facts.unreadable(path, config);
        }
    }

    /** Whether the name leads back to the file; where the locale is not UTF-8, Java cannot open every file it lists. */
    private boolean isNamedBy(PagePath path, Path file) {
        try {
            return root.file(path).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String reason(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
