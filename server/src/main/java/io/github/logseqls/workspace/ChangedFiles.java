package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changed on disk in one graph, sorted by what has to be done.
 *
 * @param config whether the graph's settings may have changed
 * @param folders what is a folder now and has to be walked; none lies inside another
 * @param files what has to be read, outside those folders
 * @param others files of which only the names count, likewise
 * @param gone what is no folder now: what was known there, or below, no longer holds unless it is among the files
 */
record ChangedFiles(
        boolean config,
        ImmutableSet<PagePath> folders,
        ImmutableList<FoundFile> files,
        ImmutableList<PagePath> others,
        ImmutableSet<PagePath> gone) {

    /** Looks at files and folders below a graph's root, or at the root. */
    static ChangedFiles of(GraphRoot root, Graph graph, Collection<Path> changed) {
        Sorting sorting = new Sorting(root, graph);
        changed.forEach(sorting::sort);
        Set<PagePath> folders = sorting.folders;
        return new ChangedFiles(
                changed.stream().anyMatch(root.config()::startsWith),
                folders.stream().filter(folder -> !isInside(folder, folders)).collect(ImmutableSet.toImmutableSet()),
                sorting.files.values().stream()
                        .filter(file -> !isInside(file.path(), folders))
                        .collect(ImmutableList.toImmutableList()),
                outside(folders, sorting.others),
                ImmutableSet.copyOf(sorting.gone));
    }

    private static ImmutableList<PagePath> outside(Set<PagePath> folders, Set<PagePath> files) {
        return files.stream().filter(file -> !isInside(file, folders)).collect(ImmutableList.toImmutableList());
    }

    /** Whether a path is, or lies in, something that is gone or that was walked. */
    boolean replaces(PagePath path) {
        return gone.contains(path) || folders.contains(path) || isInside(path, gone) || isInside(path, folders);
    }

    private static boolean isInside(PagePath path, Set<PagePath> folders) {
        if (folders.isEmpty()) {
            return false;
        }
        for (Optional<PagePath> folder = path.folder();
                folder.isPresent();
                folder = folder.get().folder()) {
            if (folders.contains(folder.get())) {
                return true;
            }
        }
        return false;
    }

    private static final class Sorting {

        private final GraphRoot root;
        private final Graph graph;
        private final Set<PagePath> folders = new LinkedHashSet<>();
        private final Map<PagePath, FoundFile> files = new LinkedHashMap<>();
        private final Set<PagePath> others = new LinkedHashSet<>();
        private final Set<PagePath> gone = new LinkedHashSet<>();
        private final Map<Path, Boolean> linked = new HashMap<>();

        Sorting(GraphRoot root, Graph graph) {
            this.root = root;
            this.graph = graph;
        }

        void sort(Path file) {
            PagePath path = root.path(file);
            if (GraphFile.isIgnored(path)) {
                return;
            }
            Optional<BasicFileAttributes> there =
                    file.equals(root.folder()) || !isInLinked(file) ? attributes(file) : Optional.empty();
            if (there.isPresent()) {
                addFoldersKnownAsFiles(path);
            }
            if (there.filter(BasicFileAttributes::isDirectory).isPresent()) {
                folders.add(path);
                return;
            }
            if (graph.facts(path).isEmpty()) {
                // Where a file is new, a folder of its name may have been before.
                gone.add(path);
            }
            if (there.filter(BasicFileAttributes::isRegularFile).isEmpty()
                    || graph.config().isHidden(path)) {
                gone.add(path);
            } else if (GraphFile.isRead(path)) {
                files.put(path, FoundFile.of(path, there.get()));
            } else if (GraphFile.isLinked(path)) {
                others.add(path);
            } else {
                gone.add(path);
            }
        }

        /** What something lies in is a folder: nothing is known below a file, so that one may be replaced by a file again. */
        private void addFoldersKnownAsFiles(PagePath path) {
            for (Optional<PagePath> folder = path.folder();
                    folder.isPresent();
                    folder = folder.get().folder()) {
                folder.filter(known -> graph.facts(known).isPresent()).ifPresent(folders::add);
            }
        }

        /** Whether a symbolic link leads to the folder that a file lies in. */
        private boolean isInLinked(Path file) {
            return linked.computeIfAbsent(file.resolveSibling(""), root::reachesThroughLink);
        }

        private static Optional<BasicFileAttributes> attributes(Path file) {
            try {
                return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }
}
