package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.workspace.WorkspaceListener.ScanProgress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Keeps the graphs in step with the disk.
 *
 * <p>Everything that reads the disk runs on one background thread, one after the other, so that an older content never
 * replaces a newer one. A graph that was forgotten, or forgotten and loaded again, takes nothing from its former load.
 */
final class GraphLoader implements AutoCloseable {

    private final Cell cell;
    private final WorkspaceListener listener;
    private final FileReports reports;
    private final NestedRoots nestedRoots;
    private final Function<GraphRoot, Closeable> watch;
    /** For each graph the load that fills it, or that filled it. */
    private final Map<GraphRoot, GraphLoad> loads = new ConcurrentHashMap<>();

    private final Map<GraphRoot, Closeable> watches = new ConcurrentHashMap<>();
    private final PendingChanges pending = new PendingChanges();

    /** Where the files of a batch are read, while the disk thread takes in those of the batch before. */
    private final Readers readers = Readers.of(Runtime.getRuntime().availableProcessors());

    private final ExecutorService disk = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "logseq-ls-disk");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A loader that knows no graph yet.
     *
     * @param nestedRoots is told of folders inside a graph that are graphs of their own, on the background thread
     * @param watch begins to watch the files of a graph, until what it returns is closed
     */
    GraphLoader(Cell cell, WorkspaceListener listener, NestedRoots nestedRoots, Function<GraphRoot, Closeable> watch) {
        this.cell = cell;
        this.listener = listener;
        this.reports = new FileReports(listener);
        this.nestedRoots = nestedRoots;
        this.watch = watch;
    }

    /** Reads a graph in the background, and tells of the graphs in folders inside it, unless it is known already. */
    @CanIgnoreReturnValue
    CompletableFuture<Void> load(GraphRoot root) {
        return load(newLoad(root, nestedRoots));
    }

    /** As {@link #load(GraphRoot)}, without a word about the graphs inside. */
    CompletableFuture<Void> loadAlone(GraphRoot root) {
        return load(newLoad(root, (nested, isWanted) -> {}));
    }

    private GraphLoad newLoad(GraphRoot root, NestedRoots nested) {
        return new GraphLoad(new GraphScan(root, reports), readers, cell, this::isWanted, nested);
    }

    private CompletableFuture<Void> load(GraphLoad load) {
        if (loads.putIfAbsent(load.root(), load) != null) {
            return CompletableFuture.completedFuture(null);
        }
        // The settings are on disk, and read there first.
        cell.update(state -> state.withLoading(load.root(), ConfigText.NONE));
        try {
            return CompletableFuture.runAsync(() -> run(load), disk);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(null);
        }
    }

    void forget(GraphRoot root) {
        loads.remove(root);
        unwatch(root);
        reports.forget(root::holds);
        cell.update(state -> state.withoutGraph(root));
    }

    /** Files or folders came, changed or went. Those that do so while others are being read are taken in together. */
    void filesChanged(Collection<Path> changed) {
        if (pending.add(changed)) {
            try {
                disk.execute(this::takeIn);
            } catch (RejectedExecutionException closed) {
                // The workspace is closed; nobody asks any more.
            }
        }
    }

    @Override
    public void close() {
        loads.clear();
        // Nothing is interrupted: a file that is being read would look unreadable. What waits ends at once, as no load
        // is wanted.
        disk.shutdown();
        readers.close();
        watches.keySet().forEach(this::unwatch);
    }

    private void run(GraphLoad load) {
        if (!isWanted(load)) {
            return;
        }
        ScanProgress progress = listener.scanning(load.root().folder());
        Graph.Extent extent = Graph.Extent.INCOMPLETE;
        try {
            // Before the first file is read: what changes while they are being read is not missed then.
            watch(load);
            extent = load.readAll(progress);
        } catch (IOException | RuntimeException e) {
            failed(load, e);
        } finally {
            // After an error of the machine too: a graph must not look as if it were still being read.
            load.end(extent);
            // Who asks when this is told of finds all that was read.
            progress.done();
            listener.changed();
        }
    }

    private void watch(GraphLoad load) {
        GraphRoot root = load.root();
        if (!watches.containsKey(root)) {
            watches.put(root, watch.apply(root));
            if (!isWanted(load)) {
                // It was forgotten while its folders were looked up.
                unwatch(root);
            }
        }
    }

    private void unwatch(GraphRoot root) {
        Closeable watched = watches.remove(root);
        if (watched != null) {
            try {
                watched.close();
            } catch (IOException e) {
                listener.unwatched(root.folder().toString(), String.valueOf(e.getMessage()));
            }
        }
    }

    private boolean isWanted(GraphLoad load) {
        return loads.get(load.root()) == load;
    }

    /** Takes in all that changed on disk until now. */
    @SuppressWarnings("ReferenceEquality") // What changes nothing leaves the state the very same object.
    private void takeIn() {
        State before = cell.now();
        Set<GraphRoot> roots = before.graphs().keySet();
        ImmutableSetMultimap.Builder<GraphRoot, Path> changed = ImmutableSetMultimap.builder();
        for (Path file : pending.take()) {
            GraphRoot.innermost(roots, file).ifPresent(root -> changed.put(root, file));
            for (GraphRoot root : Sets.filter(roots, root -> !root.isSingleFile())) {
                if (root.folder().startsWith(file)) {
                    // Of a folder that is told by its name alone all may have changed, the graphs inside too.
                    changed.put(root, root.folder());
                } else if (root.config().startsWith(file)) {
                    // They are the settings of this graph even where their folder is a graph of its own.
                    changed.put(root, file);
                }
            }
        }
        Multimaps.asMap(changed.build()).forEach((root, files) -> {
            GraphLoad load = loads.get(root);
            if (load != null) {
                takeIn(load, files);
            }
        });
        // Programs write where Logseq does not look, more often than diagnostics wait for silence.
        if (cell.now() != before) {
            listener.changed();
        }
    }

    private void takeIn(GraphLoad load, Set<Path> files) {
        try {
            if (!load.takeIn(files)) {
                readByNewSettings(load);
            }
        } catch (IOException | RuntimeException e) {
            failed(load, e);
            // What changed is lost, and nothing may be said that depends on it.
            load.end(Graph.Extent.INCOMPLETE);
        }
    }

    /** Tells why a graph could not be read, if anybody still asks; that nobody does may be the reason. */
    private void failed(GraphLoad load, Exception failure) {
        if (isWanted(load)) {
            reports.unreadable(load.root().folder(), failure);
        }
    }

    /** Reads a graph anew whose settings have changed, unless it is no longer wanted. */
    private void readByNewSettings(GraphLoad former) {
        GraphLoad load = newLoad(former.root(), nestedRoots);
        if (loads.replace(former.root(), former, load)) {
            run(load);
        }
    }
}
