package io.github.logseqls.workspace;

import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * All that is known at one moment: the graphs by their roots, and the open documents by their files. A value; every
 * change makes a new one.
 */
record State(PMap<GraphRoot, Graph> graphs, PMap<Path, OpenPage> open) {

    static final State EMPTY = new State(HashTreePMap.empty(), HashTreePMap.empty());

    Optional<Graph> graph(GraphRoot root) {
        return Optional.ofNullable(graphs.get(root));
    }

    Optional<OpenPage> openPage(Path file) {
        return Optional.ofNullable(open.get(file));
    }

    State withGraph(GraphRoot root, Graph graph) {
        return graphs.get(root) == graph ? this : new State(graphs.plus(root, graph), open);
    }

    /** A graph about to be read by its settings: nothing is known of it but what is open. */
    State withLoading(GraphRoot root, GraphConfig config) {
        Graph graph = Graph.empty(Graph.Extent.LOADING, config);
        for (OpenPage page : open.values()) {
            if (page.root().equals(root)) {
                graph = graph.with(page.path(), Facts.of(page.path(), page.outline(), config));
            }
        }
        return withGraph(root, graph);
    }

    State withoutGraph(GraphRoot root) {
        return new State(graphs.minus(root), open);
    }

    /** An opened or edited document, and its graph with the facts of it. */
    State withOpen(Path file, OpenPage page) {
        Graph graph = graph(page.root()).orElseGet(() -> Graph.empty(Graph.Extent.SINGLE_FILE, GraphConfig.NEW_GRAPH));
        Facts facts = Facts.of(page.path(), page.outline(), graph.config());
        State opened = new State(graphs, open.plus(file, page));
        return opened.withGraph(page.root(), graph.with(page.path(), facts));
    }

    /** A document is no longer open; its graph keeps what was known of it until the disk has been read. */
    State withClosed(Path file) {
        return new State(graphs, open.minus(file));
    }

    /** As {@link #withClosed}, when the document moves to another graph: the old one knows nothing of it any more. */
    State withoutOpen(Path file) {
        Optional<OpenPage> page = openPage(file);
        Optional<Graph> graph = page.flatMap(known -> graph(known.root()));
        State closed = withClosed(file);
        if (page.isEmpty() || graph.isEmpty()) {
            return closed;
        }
        GraphRoot root = page.get().root();
        return root.isSingleFile()
                ? closed.withoutGraph(root)
                : closed.withGraph(root, graph.get().without(page.get().path()));
    }

    /** A graph after its scan ended. */
    State withExtent(GraphRoot root, Graph.Extent extent) {
        return graph(root).map(graph -> withGraph(root, graph.with(extent))).orElse(this);
    }

    /** What was read of a file on disk; a file that is open keeps what the editor has. */
    State withRead(GraphRoot root, PagePath path, Optional<Facts> facts) {
        Optional<Graph> graph = graph(root);
        if (graph.isEmpty() || isOpen(root, path)) {
            return this;
        }
        return withGraph(
                root,
                facts.map(read -> graph.get().with(path, read))
                        .orElseGet(() -> graph.get().without(path)));
    }

    private boolean isOpen(GraphRoot root, PagePath path) {
        return open.values().stream()
                .anyMatch(page -> page.path().equals(path) && page.root().equals(root));
    }

    /** This state after a folder went away, with the files that were in it and are not open. */
    State withoutFolder(GraphRoot root, PagePath folder) {
        State result = this;
        for (PagePath path : graph(root).map(Graph::paths).orElse(Set.of())) {
            if (path.path().startsWith(folder.path() + "/")) {
                result = result.withRead(root, path, Optional.empty());
            }
        }
        return result;
    }
}
