package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.History;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is known at one moment, as those see it who ask.
 *
 * @param state all that is known then
 * @param closed reads the pages that are not open
 * @param backups where what Logseq keeps of its files is looked for
 */
record Moment(State state, ClosedPages closed, BackupFiles backups) {

    /** An open document with the graph around it; empty for one that is not open. */
    Optional<View> view(String uri) {
        return openPage(uri).map(this::view);
    }

    ImmutableList<View> views() {
        return state.open().values().stream().map(this::view).collect(ImmutableList.toImmutableList());
    }

    /** A file of a known graph, open or not. */
    Optional<Located> located(String uri) {
        Optional<Path> file = FileUris.path(uri);
        return file.flatMap(path -> state.openPage(path)
                .map(OpenPage::root)
                .or(() -> GraphRoot.innermost(state.graphs().keySet(), path))
                .map(root -> new Located(snapshot(root), root.path(path))));
    }

    ImmutableList<Snapshot> snapshots() {
        return state.graphs().keySet().stream().map(this::snapshot).collect(ImmutableList.toImmutableList());
    }

    /** A graph; one that is not known counts as being read. */
    Snapshot snapshot(GraphRoot root) {
        Graph graph = state.graph(root).orElseGet(() -> Graph.empty(Graph.Extent.LOADING, GraphConfig.NEW_GRAPH));
        return new Snapshot(graph, new SnapshotPages(root, state, closed), backups.of(root, graph.config()));
    }

    /**
     * What git keeps of the graph that an open document belongs to.
     *
     * @param checkWanted throws when nobody waits for it any more
     */
    History history(String uri, Runnable checkWanted) {
        return openPage(uri)
                .<History>map(page -> new GitHistory(page.root(), state.config(page.root()), checkWanted))
                .orElse(History.NONE);
    }

    private Optional<OpenPage> openPage(String uri) {
        return FileUris.path(uri).flatMap(state::openPage);
    }

    private View view(OpenPage page) {
        Snapshot snapshot = snapshot(page.root());
        return new View(
                page.uri(),
                page.version(),
                snapshot,
                new Page(page.path(), page.outline(), snapshot.graph().config()));
    }
}
