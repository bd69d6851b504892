package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
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
 * @param checks whether what the graph says of findings may have changed
 * @param folders what is a folder now and has to be walked, with its place on disk; none lies inside another
 * @param files what has to be read, outside those folders
 * @param unnamed files that would have to be read, but that this system cannot open by their names, with their places on disk
 * @param others files of which only the names count, likewise
 * @param gone what is no folder now: what was known there, or below, no longer holds unless it is among the files
 */
record ChangedFiles(
        boolean config,
        boolean checks,
        ImmutableMap<PagePath, Path> folders,
        ImmutableList<FoundFile> files,
        ImmutableMap<PagePath, Path> unnamed,
        ImmutableList<PagePath> others,
        ImmutableSet<PagePath> gone) {

    /** Looks at files and folders below a graph's root, or at the root. */
    static ChangedFiles of(GraphRoot root, Graph graph, Collection<Path> changed) {
        Sorting sorting = new Sorting(root, graph);
        changed.forEach(sorting::sort);
        Set<PagePath> folders = sorting.folders.keySet();
        return new ChangedFiles(
                changed.stream().anyMatch(root.config()::startsWith),
                changed.stream().anyMatch(root.checks()::startsWith),
                outside(folders, sorting.folders),
                sorting.files.values().stream()
                        .filter(file -> !isInside(file.path(), folders))
                        .collect(ImmutableList.toImmutableList()),
                outside(folders, sorting.unnamed),
                sorting.others.stream()
                        .filter(file -> !isInside(file, folders))
                        .collect(ImmutableList.toImmutableList()),
                ImmutableSet.copyOf(sorting.gone));
    }

    private static ImmutableMap<PagePath, Path> outside(Set<PagePath> folders, Map<PagePath, Path> files) {
        return ImmutableMap.copyOf(Maps.filterKeys(files, file -> !isInside(file, folders)));
    }

    /** Whether a path is, or lies in, something that is gone or that was walked. */
    boolean replaces(PagePath path) {
        return gone.contains(path)
                || folders.containsKey(path)
                || isInside(path, gone)
                || isInside(path, folders.keySet());
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
        private final Map<PagePath, Path> folders = new LinkedHashMap<>();
        private final Map<PagePath, FoundFile> files = new LinkedHashMap<>();
        private final Map<PagePath, Path> unnamed = new LinkedHashMap<>();
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
                addFoldersKnownAsFiles(file);
            }
            if (there.filter(BasicFileAttributes::isDirectory).isPresent()) {
                folders.put(path, file);
                return;
            }
            if (graph.facts(path).isEmpty()) {
                // Where a file is new, a folder of its name may have been before.
                gone.add(path);
            }
            if (there.filter(BasicFileAttributes::isRegularFile).isEmpty()
                    || graph.config().folders().isHidden(path)) {
                gone.add(path);
            } else if (GraphFile.isRead(path, graph.config()) && !root.isNamedBy(path, file)) {
                unnamed.put(path, file);
            } else if (GraphFile.isRead(path, graph.config())) {
                files.put(path, FoundFile.of(path, there.get()));
            } else if (GraphFile.isLinked(path, graph.config())) {
                others.add(path);
            } else {
                gone.add(path);
            }
        }

        /** What something lies in is a folder: nothing is known below a file, so that one may be replaced by a file again. */
        private void addFoldersKnownAsFiles(Path file) {
            for (Path folder = file.getParent();
                    folder != null && folder.startsWith(root.folder());
                    folder = folder.getParent()) {
                if (graph.facts(root.path(folder)).isPresent()) {
                    folders.put(root.path(folder), folder);
                }
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
