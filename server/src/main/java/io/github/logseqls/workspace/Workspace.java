package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.logseqls.graph.History;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * All graphs of an editor's window and the documents open in it. Open documents overlay the disk: what is read of a file
 * never touches it while it is open.
 *
 * <p>What changes the workspace happens one after the other; whoever asks waits for nothing of it.
 */
public final class Workspace implements AutoCloseable {

    private final WorkspaceListener listener;
    private final Cell cell = new Cell();
    private final Roots roots = new Roots(cell);
    private final GraphLoader loader;
    private final ClosedPages closed = new ClosedPages();
    private final BackupFiles backups = new BackupFiles(closed);
    private final GraphSearch search = new GraphSearch(cell, closed);

    private Workspace(WorkspaceListener listener, Watch watch) {
        this.listener = listener;
        this.loader = new GraphLoader(
                cell,
                listener,
                this::nestedRootFound,
                root -> watch.begin(
                        root,
                        changed -> filesChanged(List.of(changed)),
                        reason -> listener.unwatched(root.folder().toString(), reason)));
    }

    /** A workspace that is told what changes on disk. */
    public Workspace(WorkspaceListener listener) {
        this(listener, (root, changed, failed) -> () -> {});
    }

    /** A workspace that watches the files of its graphs itself. */
    public static Workspace watching(WorkspaceListener listener) {
        return new Workspace(listener, GraphWatcher::watch);
    }

    private interface Watch {
        Closeable begin(GraphRoot root, Consumer<Path> changed, Consumer<String> failed);
    }

    /** Reads the graph that a folder belongs to, and the graphs inside it, in the background. */
    @CanIgnoreReturnValue
    public synchronized CompletableFuture<Void> addFolder(Path folder) {
        roots.open(folder);
        CompletableFuture<Void> loaded = loadAround(folder);
        assignRoots();
        return loaded;
    }

    /** Reads the graph that a folder belongs to; the folder itself where it belongs to none. */
    public synchronized CompletableFuture<GraphRoot> loadFolder(Path folder) {
        GraphRoot root = GraphRoot.ofFolder(GraphRoot.configuredAbove(folder).orElse(folder));
        return loader.loadAlone(root).thenApply(done -> root);
    }

    /** Forgets a folder and the graphs that only it brought. */
    public synchronized void removeFolder(Path folder) {
        roots.close(folder);
        assignRoots();
        forgetUnused();
        listener.changed();
    }

    /**
     * A document was opened in the editor. One that is no file is passed over, and so are whiteboards and settings: what
     * counts there is the disk.
     */
    public synchronized void open(String uri, int version, String text) {
        FileUris.path(uri).ifPresent(file -> {
            GraphRoot root = roots.of(file);
            boolean isData = GraphFile.isData(root.path(file), roots.config(root)) && !root.isSingleFile();
            if (isData || file.endsWith(GraphRoot.CONFIG) || file.endsWith(GraphRoot.CHECKS)) {
                return;
            }
            Outline outline = Outline.parse(Text.of(text), syntax(file));
            put(file, new OpenPage(uri, version, root, root.path(file), outline));
        });
    }

    /** An open document was edited: {@code edits} makes its new outline from the old. */
    public synchronized void change(String uri, int version, UnaryOperator<Outline> edits) {
        FileUris.path(uri)
                .ifPresent(file -> cell.now().openPage(file).ifPresent(page -> {
                    put(file, page.with(version, edits.apply(page.outline())));
                }));
    }

    /** A document was closed: what counts is the disk again. */
    public synchronized void close(String uri) {
        FileUris.path(uri)
                .ifPresent(file -> cell.now().openPage(file).ifPresent(page -> {
                    cell.update(state -> state.withClosed(file));
                    if (page.root().isSingleFile()) {
                        loader.forget(page.root());
                    } else {
                        loader.filesChanged(List.of(file));
                    }
                    forgetUnused();
                    listener.changed();
                }));
    }

    /** Files or folders came, changed or went on disk. */
    public synchronized void filesChanged(Collection<Path> changed) {
        roots.touchedBy(changed).forEach(this::rootMayHaveChanged);
        loader.filesChanged(changed);
    }

    /** An open document with the graph around it; empty for one that is not open. */
    public Optional<View> view(String uri) {
        return now().view(uri);
    }

    /** All open documents. */
    public ImmutableList<View> views() {
        return now().views();
    }

    /** A file of a known graph, open or not. */
    public Optional<Located> located(String uri) {
        return now().located(uri);
    }

    /** All graphs as they are now. */
    public ImmutableList<Snapshot> snapshots() {
        return now().snapshots();
    }

    /** A graph as it is now. */
    public Snapshot snapshot(GraphRoot root) {
        return now().snapshot(root);
    }

    /** The roots of all graphs that are folders. */
    public ImmutableList<GraphRoot> roots() {
        return roots.all();
    }

    /**
     * What git keeps of the graph that an open document belongs to.
     *
     * @param checkWanted throws when nobody waits for it any more
     */
    public History history(String uri, Runnable checkWanted) {
        return now().history(uri, checkWanted);
    }

    /** Finds pages and blocks of all graphs by their text. */
    public GraphSearch search() {
        return search;
    }

    @Override
    public void close() {
        search.close();
        loader.close();
    }

    private Moment now() {
        return new Moment(cell.now(), closed, backups);
    }

    private static Syntax syntax(Path file) {
        return GraphRoot.ofFile(file).path(file).syntax().orElse(Syntax.MARKDOWN);
    }

    private void put(Path file, OpenPage page) {
        boolean isNewGraph =
                !page.root().isSingleFile() && cell.now().graph(page.root()).isEmpty();
        if (isNewGraph) {
            loader.load(page.root());
        }
        cell.update(state -> state.withOpen(file, page));
        if (isNewGraph) {
            assignRoots();
        }
        listener.changed();
    }

    @CanIgnoreReturnValue
    private CompletableFuture<Void> loadAround(Path folder) {
        Optional<Path> configured = GraphRoot.configuredAbove(folder);
        if (configured.isEmpty() && !GraphRoot.mayBeGraph(folder)) {
            return CompletableFuture.completedFuture(null);
        }
        GraphRoot root = GraphRoot.ofFolder(configured.orElse(folder));
        return loader.load(root).thenRun(() -> lookAtGraphsInside(root));
    }

    /** While a graph was loaded again nobody watched its folders, and graphs inside that were known before may be gone. */
    private void lookAtGraphsInside(GraphRoot around) {
        List<Path> gone = roots.all().stream()
                .filter(around::isAround)
                .map(GraphRoot::folder)
                .filter(folder -> !GraphRoot.isConfigured(folder) && !roots.isOpen(folder))
                .toList();
        if (!gone.isEmpty()) {
            filesChanged(gone);
        }
    }

    /** Moves the open documents to the graphs that they belong to now. */
    private void assignRoots() {
        for (Map.Entry<Path, OpenPage> entry : cell.now().open().entrySet()) {
            Path file = entry.getKey();
            OpenPage page = entry.getValue();
            GraphRoot root = roots.of(file);
            if (!root.equals(page.root()) || cell.now().graph(root).isEmpty()) {
                cell.update(state -> state.withoutOpen(file));
                put(file, new OpenPage(page.uri(), page.version(), root, root.path(file), page.outline()));
            }
        }
    }

    private synchronized void nestedRootFound(Path folder, BooleanSupplier isWanted) {
        if (!isWanted.getAsBoolean()) {
            return;
        }
        if (GraphRoot.isConfigured(folder)) {
            // Until its files are watched nobody tells that it is no root any more.
            var unused = loader.load(GraphRoot.ofFolder(folder)).thenRun(() -> {
                if (!GraphRoot.isConfigured(folder)) {
                    filesChanged(List.of(folder));
                }
            });
            assignRoots();
        } else {
            // It was the root of a graph when it was found. That it is none any more was told before it was known.
            loader.filesChanged(List.of(folder));
        }
    }

    /** A folder became the root of a graph, or is none any more: what lies around it is read anew. */
    private void rootMayHaveChanged(Path folder) {
        boolean known = cell.now().graph(GraphRoot.ofFolder(folder)).isPresent();
        boolean isRoot = GraphRoot.isConfigured(folder);
        if (known == isRoot || isRoot && roots.isPassedOver(folder)) {
            return;
        }
        for (GraphRoot root : roots.all()) {
            if (root.folder().startsWith(folder) || folder.startsWith(root.folder())) {
                loader.forget(root);
            }
        }
        roots.openFolders().forEach(this::loadAround);
        assignRoots();
    }

    private void forgetUnused() {
        for (GraphRoot root : roots.all()) {
            if (!roots.isNeeded(root)) {
                loader.forget(root);
                listener.forgotten(root.folder());
            }
        }
    }
}
