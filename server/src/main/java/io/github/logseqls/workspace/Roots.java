package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.GraphConfig;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which graph a file belongs to, and which graphs anybody needs: by the folders that the editor has open and by what is known. */
final class Roots {

    private final Cell cell;
    private volatile ImmutableSet<Path> openFolders = ImmutableSet.of();

    Roots(Cell cell) {
        this.cell = cell;
    }

    /** The editor has a folder open from now on. */
    void open(Path folder) {
        openFolders =
                ImmutableSet.<Path>builder().addAll(openFolders).add(folder).build();
    }

    void close(Path folder) {
        openFolders =
                openFolders.stream().filter(other -> !other.equals(folder)).collect(ImmutableSet.toImmutableSet());
    }

    ImmutableSet<Path> openFolders() {
        return openFolders;
    }

    boolean isOpen(Path folder) {
        return openFolders.contains(folder);
    }

    /** The roots of all graphs that are folders. */
    ImmutableList<GraphRoot> all() {
        return cell.now().graphs().keySet().stream()
                .filter(root -> !root.isSingleFile())
                .collect(ImmutableList.toImmutableList());
    }

    /** The graph that a file belongs to; for one that Logseq would not read there, the file alone. */
    GraphRoot of(Path file) {
        Optional<Path> configured = GraphRoot.configuredAbove(file);
        Optional<Path> folder = configured.isPresent()
                ? configured
                : openFolders.stream()
                        .filter(open -> file.startsWith(open) && GraphRoot.mayBeGraph(open))
                        .max(Comparator.comparingInt(Path::getNameCount));
        return folder.map(GraphRoot::ofFolder)
                .filter(root -> GraphFile.isRead(root.path(file), config(root)) && !root.reachesThroughLink(file))
                .orElseGet(() -> GraphRoot.ofFile(file));
    }

    /** The settings of a graph as far as they are known. */
    GraphConfig config(GraphRoot root) {
        return cell.now().config(root);
    }

    /** The folders that changed files make roots of graphs, and the roots that lie in changed folders. */
    Set<Path> touchedBy(Collection<Path> changed) {
        Set<Path> touched = new LinkedHashSet<>();
        ImmutableList<GraphRoot> roots = all();
        for (Path file : changed) {
            GraphRoot.madeBy(file).ifPresent(touched::add);
            for (GraphRoot root : roots) {
                if (root.folder().startsWith(file)) {
                    touched.add(root.folder());
                }
            }
        }
        return touched;
    }

    /** Whether a folder lies where the scan of a graph does not go. */
    boolean isPassedOver(Path folder) {
        return all().stream()
                .filter(root -> root.holds(folder))
                .anyMatch(root -> GraphFile.isIgnored(root.path(folder)) || root.reachesThroughLink(folder));
    }

    /** Whether an open folder brings a graph, or an open document belongs to it. */
    boolean isNeeded(GraphRoot root) {
        // One that only a document made known, where no scan goes, lies in no folder.
        boolean inFolder = openFolders.stream()
                .anyMatch(folder -> folder.startsWith(root.folder())
                        || root.folder().startsWith(folder) && !isPassedOver(root.folder()));
        return inFolder
                || cell.now().open().values().stream()
                        .anyMatch(page -> page.root().equals(root));
    }
}
