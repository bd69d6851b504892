package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * All graphs of an editor's window, and the one mutable cell of the program.
 *
 * <p>Open documents overlay the disk: what is read of a file never touches it while it is open. Everything that reads the
 * disk runs on one background thread, one after the other, so that an older content never replaces a newer one.
 */
public final class Workspace implements AutoCloseable {

    /** How many files are read in parallel before what was found becomes visible. */
    private static final int BATCH = 512;

    private final WorkspaceListener listener;
    private final ClosedPages closed = new ClosedPages();
    private final ExecutorService disk = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "logseq-ls-disk");
        thread.setDaemon(true);
        return thread;
    });

    private volatile State state = State.EMPTY;
    private volatile ImmutableSet<Path> folders = ImmutableSet.of();

    public Workspace(WorkspaceListener listener) {
        this.listener = listener;
    }

    /** Reads the graph that a folder belongs to, and the graphs inside it, in the background. */
    @CanIgnoreReturnValue
    public CompletableFuture<Void> addFolder(Path folder) {
        synchronized (this) {
            folders = ImmutableSet.<Path>builder().addAll(folders).add(folder).build();
        }
        Optional<Path> configured = GraphRoot.configuredAbove(folder);
        if (configured.isPresent() || GraphRoot.mayBeGraph(folder)) {
            return load(GraphRoot.ofFolder(configured.orElse(folder)));
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Reads the graph that a folder belongs to; the folder itself where it belongs to none. */
    public CompletableFuture<GraphRoot> loadFolder(Path folder) {
        GraphRoot root = GraphRoot.ofFolder(GraphRoot.configuredAbove(folder).orElse(folder));
        return load(root).thenApply(done -> root);
    }

    /** Forgets a folder and the graphs that only it brought. */
    public void removeFolder(Path folder) {
        synchronized (this) {
            folders = folders.stream().filter(other -> !other.equals(folder)).collect(ImmutableSet.toImmutableSet());
            for (GraphRoot root : state.graphs().keySet()) {
                forgetIfUnused(root);
            }
        }
        listener.changed();
    }

    /** A document was opened in the editor; one that is no file is passed over. */
    public void open(String uri, int version, String text) {
        FileUris.path(uri).ifPresent(file -> {
            GraphRoot root = rootOf(file);
            if (!root.isSingleFile() && state.graph(root).isEmpty()) {
                load(root);
            }
            Outline outline = Outline.parse(
                    Text.of(text), GraphFile.syntax(root.path(file)).orElse(Syntax.MARKDOWN));
            update(before -> before.withOpen(file, new OpenPage(uri, version, root, root.path(file), outline)));
        });
    }

    /** An open document was edited: {@code edits} makes the new text from the old. */
    public void change(String uri, int version, UnaryOperator<Text> edits) {
        FileUris.path(uri)
                .ifPresent(file -> state.openPage(file).ifPresent(page -> {
                    Text text = edits.apply(page.outline().text());
                    Outline outline =
                            Outline.parse(text, GraphFile.syntax(page.path()).orElse(Syntax.MARKDOWN));
                    update(before -> before.withOpen(file, page.with(version, outline)));
                }));
    }

    /** A document was closed: what counts is the disk again. */
    public void close(String uri) {
        FileUris.path(uri)
                .ifPresent(file -> state.openPage(file).ifPresent(page -> {
                    update(before -> before.withClosed(file));
                    if (page.root().isSingleFile()) {
                        update(before -> before.withoutGraph(page.root()));
                    } else {
                        filesChanged(List.of(file));
                    }
                }));
    }

    /** Files or folders came, changed or went on disk. */
    public void filesChanged(Collection<Path> changed) {
        disk.execute(() -> {
            for (Path file : changed) {
                readAgain(file);
            }
            listener.changed();
        });
    }

    /** An open document with the graph around it; empty for one that is not open. */
    public Optional<View> view(String uri) {
        State now = state;
        return FileUris.path(uri).flatMap(now::openPage).map(page -> view(now, page));
    }

    /** All open documents. */
    public ImmutableList<View> views() {
        State now = state;
        return now.open().values().stream().map(page -> view(now, page)).collect(ImmutableList.toImmutableList());
    }

    /** The roots of all graphs that are folders. */
    public ImmutableList<GraphRoot> roots() {
        return state.graphs().keySet().stream()
                .filter(root -> !root.isSingleFile())
                .collect(ImmutableList.toImmutableList());
    }

    /** A graph as it is now. */
    public Snapshot snapshot(GraphRoot root) {
        return snapshot(state, root);
    }

    @Override
    public void close() {
        disk.shutdownNow();
    }

    private View view(State now, OpenPage page) {
        return new View(page.uri(), page.version(), snapshot(now, page.root()), new Page(page.path(), page.outline()));
    }

    private Snapshot snapshot(State now, GraphRoot root) {
        Graph graph = now.graph(root).orElse(Graph.empty(Graph.Extent.LOADING));
        return new Snapshot(graph, new SnapshotPages(root, now, closed));
    }

    private void update(UnaryOperator<State> change) {
        synchronized (this) {
            state = change.apply(state);
        }
        listener.changed();
    }

    private GraphRoot rootOf(Path file) {
        Optional<Path> configured = GraphRoot.configuredAbove(file);
        Optional<Path> folder = configured.isPresent()
                ? configured
                : folders.stream()
                        .filter(open -> file.startsWith(open) && GraphRoot.mayBeGraph(open))
                        .max(Comparator.comparingInt(Path::getNameCount));
        return folder.map(GraphRoot::ofFolder)
                .filter(root -> GraphFile.isRead(root.path(file)))
                .orElseGet(() -> GraphRoot.ofFile(file));
    }

    private void forgetIfUnused(GraphRoot root) {
        boolean inFolder = folders.stream()
                .anyMatch(folder -> root.folder().startsWith(folder) || folder.startsWith(root.folder()));
        boolean open =
                state.open().values().stream().anyMatch(page -> page.root().equals(root));
        if (!inFolder && !open) {
            state = state.withoutGraph(root);
        }
    }

    @CanIgnoreReturnValue
    private CompletableFuture<Void> load(GraphRoot root) {
        synchronized (this) {
            if (state.graph(root).isPresent()) {
                return CompletableFuture.completedFuture(null);
            }
            state = state.withGraph(root, Graph.empty(Graph.Extent.LOADING));
        }
        return CompletableFuture.runAsync(() -> scan(root), disk);
    }

    private void scan(GraphRoot root) {
        GraphScan scan = new GraphScan(root, listener);
        WorkspaceListener.ScanProgress progress = listener.scanning(root.folder());
        try {
            GraphScan.Found found = scan.find();
            found.nestedRoots().forEach(nested -> load(GraphRoot.ofFolder(nested)));
            int read = 0;
            for (List<PagePath> batch : Lists.partition(found.files(), BATCH)) {
                if (progress.isCancelled()) {
                    return;
                }
                readBatch(scan, root, batch);
                read += batch.size();
                progress.read(read, found.files().size());
            }
            update(before -> before.graph(root)
                    .map(graph -> before.withGraph(root, graph.complete()))
                    .orElse(before));
        } catch (IOException | RuntimeException e) {
            listener.unreadable(root.folder().toString(), String.valueOf(e.getMessage()));
        } finally {
            progress.done();
        }
    }

    private void readBatch(GraphScan scan, GraphRoot root, List<PagePath> batch) {
        List<Optional<Facts>> facts = batch.parallelStream().map(scan::read).toList();
        synchronized (this) {
            for (int i = 0; i < batch.size(); i++) {
                state = state.withRead(root, batch.get(i), facts.get(i));
            }
        }
    }

    private void readAgain(Path file) {
        Optional<GraphRoot> root = roots().stream()
                .filter(known -> known.holds(file) && !file.equals(known.folder()))
                .max(Comparator.comparingInt(known -> known.folder().getNameCount()));
        if (root.isEmpty()) {
            return;
        }
        PagePath path = root.get().path(file);
        Optional<Facts> facts = new GraphScan(root.get(), listener).read(path);
        boolean goneFolder = !GraphFile.isRead(path) && !Files.exists(file);
        synchronized (this) {
            state = state.withRead(root.get(), path, facts);
            if (goneFolder) {
                state = state.withoutFolder(root.get(), path);
            }
        }
    }
}
