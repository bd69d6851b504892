package io.github.logseqls.workspace;

import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.workspace.WorkspaceListener.ScanProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Keeps the graphs in step with the disk.
 *
 * <p>Everything that reads the disk runs on one background thread, one after the other, so that an older content never
 * replaces a newer one. A graph that was forgotten, or forgotten and loaded again, takes nothing from its former scan.
 */
final class GraphLoader implements AutoCloseable {

    /** How many files are read in parallel before what was found becomes visible. */
    private static final int BATCH = 512;

    private final Cell cell;
    private final WorkspaceListener listener;
    /** For each graph the scan that fills it, or that filled it. */
    private final Map<GraphRoot, GraphScan> scans = new ConcurrentHashMap<>();

    private final ExecutorService disk = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "logseq-ls-disk");
        thread.setDaemon(true);
        return thread;
    });

    GraphLoader(Cell cell, WorkspaceListener listener) {
        this.cell = cell;
        this.listener = listener;
    }

    /** Reads a graph in the background, and the graphs in folders inside it, unless it is known already. */
    @CanIgnoreReturnValue
    CompletableFuture<Void> load(GraphRoot root) {
        return load(root, nested -> load(GraphRoot.ofFolder(nested)));
    }

    /** As {@link #load(GraphRoot)}, without the graphs inside. */
    CompletableFuture<Void> loadAlone(GraphRoot root) {
        return load(root, nested -> {});
    }

    private CompletableFuture<Void> load(GraphRoot root, Consumer<Path> nestedRoots) {
        GraphScan scan = new GraphScan(root, listener);
        if (scans.putIfAbsent(root, scan) != null) {
            return CompletableFuture.completedFuture(null);
        }
        // The settings are on disk, and read there first.
        cell.update(state -> state.withLoading(root, GraphConfig.NEW_GRAPH));
        try {
            return CompletableFuture.runAsync(() -> run(scan, nestedRoots), disk);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(null);
        }
    }

    void forget(GraphRoot root) {
        scans.remove(root);
        cell.update(state -> state.withoutGraph(root));
    }

    /** Files or folders came, changed or went. */
    void filesChanged(Collection<Path> changed) {
        try {
            disk.execute(() -> {
                changed.forEach(this::readAgain);
                listener.changed();
            });
        } catch (RejectedExecutionException closed) {
            // The workspace is closed; nobody asks any more.
        }
    }

    @Override
    public void close() {
        scans.clear();
        disk.shutdownNow();
    }

    private void run(GraphScan scan, Consumer<Path> nestedRoots) {
        ScanProgress progress = listener.scanning(scan.root().folder());
        Graph.Extent extent = Graph.Extent.INCOMPLETE;
        try {
            extent = read(scan, nestedRoots, progress);
        } catch (IOException | RuntimeException e) {
            listener.unreadable(scan.root().folder().toString(), String.valueOf(e.getMessage()));
        } finally {
            // After an error of the machine too: a graph must not look as if it were still being read.
            progress.done();
            Graph.Extent reached = extent;
            cell.update(state -> isCurrent(scan) ? state.withExtent(scan.root(), reached) : state);
            listener.changed();
        }
    }

    private Graph.Extent read(GraphScan scan, Consumer<Path> nestedRoots, ScanProgress progress) throws IOException {
        GraphConfig config = scan.config();
        cell.update(state -> isCurrent(scan) ? state.withLoading(scan.root(), config) : state);
        GraphScan.Found found = scan.find(scan.root().folder(), config);
        if (!isCurrent(scan)) {
            return Graph.Extent.INCOMPLETE;
        }
        found.nestedRoots().forEach(nestedRoots);
        apply(scan.root(), () -> isCurrent(scan), found.unreadable(), unreadable(found, config));
        int read = 0;
        for (List<PagePath> batch : Lists.partition(found.files(), BATCH)) {
            if (progress.isCancelled() || !isCurrent(scan)) {
                return Graph.Extent.INCOMPLETE;
            }
            apply(scan.root(), () -> isCurrent(scan), batch, read(scan, batch, config));
            read += batch.size();
            progress.read(read, found.files().size());
        }
        return Graph.Extent.COMPLETE;
    }

    private boolean isCurrent(GraphScan scan) {
        return scans.get(scan.root()) == scan;
    }

    private static List<Facts> read(GraphScan scan, List<PagePath> paths, GraphConfig config) {
        return paths.parallelStream().map(path -> scan.read(path, config)).toList();
    }

    private static List<Facts> unreadable(GraphScan.Found found, GraphConfig config) {
        return Lists.transform(found.unreadable(), path -> Facts.unreadable(path, config));
    }

    /** Reads a graph anew whose settings have changed, unless it is no longer wanted. */
    private void readByNewSettings(GraphRoot root) {
        GraphScan scan = new GraphScan(root, listener);
        if (scans.replace(root, scan) != null) {
            run(scan, nested -> load(GraphRoot.ofFolder(nested)));
        }
    }

    /** Takes in what was read of some files, as long as it is wanted. */
    private void apply(GraphRoot root, BooleanSupplier isWanted, List<PagePath> paths, List<Facts> facts) {
        Map<PagePath, Optional<Facts>> read = new HashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            read.put(paths.get(i), Optional.of(facts.get(i)));
        }
        cell.update(state -> isWanted.getAsBoolean() ? state.withRead(root, read) : state);
    }

    private void readAgain(Path file) {
        Optional<GraphRoot> holder = cell.now().graphs().keySet().stream()
                .filter(root -> !root.isSingleFile() && root.holds(file) && !file.equals(root.folder()))
                .max(Comparator.comparingInt(root -> root.folder().getNameCount()));
        if (holder.isEmpty() || GraphFile.isIgnored(holder.get().path(file))) {
            return;
        }
        GraphRoot root = holder.get();
        PagePath path = root.path(file);
        GraphScan scan = new GraphScan(root, listener);
        GraphConfig config = cell.now().graph(root).map(Graph::config).orElse(GraphConfig.NEW_GRAPH);
        if (file.equals(root.config())) {
            if (!scan.config().equals(config)) {
                readByNewSettings(root);
            }
        } else if (root.reachesThroughLink(file)) {
            cell.update(state -> state.withRead(root, path, Optional.empty()).withoutFolder(root, path));
        } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            readFolder(scan, file, config);
        } else if (GraphFile.isRead(path)) {
            boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !config.isHidden(path);
            Optional<Facts> facts = there ? Optional.of(scan.read(path, config)) : Optional.empty();
            cell.update(state -> state.withRead(root, path, facts));
        } else if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            cell.update(state -> state.withoutFolder(root, path));
        }
    }

    private void readFolder(GraphScan scan, Path folder, GraphConfig config) {
        try {
            GraphScan.Found found = scan.find(folder, config);
            found.nestedRoots().forEach(nested -> load(GraphRoot.ofFolder(nested)));
            cell.update(state -> state.withRead(scan.root(), scan.root().path(folder), Optional.empty()));
            apply(scan.root(), () -> true, found.unreadable(), unreadable(found, config));
            apply(scan.root(), () -> true, found.files(), read(scan, found.files(), config));
        } catch (IOException e) {
            listener.unreadable(folder.toString(), String.valueOf(e.getMessage()));
        }
    }
}
