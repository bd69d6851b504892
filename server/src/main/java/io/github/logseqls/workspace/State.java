package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /**
     * A graph about to be read by its settings: nothing is known of it but what is open, and what was known of its files in
     * graphs around it no longer is.
     */
    State withLoading(GraphRoot root, ConfigText text) {
        GraphConfig config = text.config();
        Graph graph = Graph.empty(Graph.Extent.LOADING, config);
        for (OpenPage page : open.values()) {
            if (page.root().equals(root)) {
                graph = graph.with(page.path(), Facts.of(page.path(), page.outline(), config));
            }
        }
        State state = withGraph(root, withFinding(graph, GraphRoot.CONFIG_PATH, text.finding()));
        for (GraphRoot around : graphs.keySet()) {
            if (around.isAround(root)) {
                state = state.withoutFilesOf(root, around);
            }
        }
        return state;
    }

    private State withoutFilesOf(GraphRoot inner, GraphRoot around) {
        String folder = around.path(inner.folder()).path() + "/";
        return withoutFiles(
                around,
                graph(around).map(Graph::paths).orElse(Set.of()).stream()
                        .filter(path -> path.path().startsWith(folder))
                        .toList());
    }

    /** A graph by other settings, which read its files alike. */
    State withConfig(GraphRoot root, ConfigText text) {
        return graph(root)
                .map(graph -> withFinding(graph.with(text.config()), GraphRoot.CONFIG_PATH, text.finding()))
                .map(graph -> withGraph(root, graph))
                .orElse(this);
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

    /**
     * What was read of files on disk. A file that is open keeps what the editor has; only its bytes are the disk's. What
     * belongs to a graph inside by now is passed over.
     */
    State withRead(GraphRoot root, Map<PagePath, Reading> read) {
        Optional<Graph> known = graph(root);
        if (known.isEmpty()) {
            return this;
        }
        Graph graph = known.get();
        Set<PagePath> openHere = openIn(root);
        List<String> inside = graphs.keySet().stream()
                .filter(root::isAround)
                .map(inner -> root.path(inner.folder()).path() + "/")
                .toList();
        for (Map.Entry<PagePath, Reading> file : read.entrySet()) {
            PagePath path = file.getKey();
            if (inside.stream().anyMatch(path.path()::startsWith)) {
                continue;
            }
            graph = withFinding(graph, path, file.getValue().finding());
            graph = openHere.contains(path)
                    ? graph
                    : graph.with(path, file.getValue().facts());
        }
        return withGraph(root, graph);
    }

    /** This state after files are gone from the disk; those that are open stay. */
    State withoutFiles(GraphRoot root, Collection<PagePath> gone) {
        Optional<Graph> known = graph(root);
        if (known.isEmpty()) {
            return this;
        }
        Graph graph = known.get();
        Set<PagePath> openHere = openIn(root);
        for (PagePath path : gone) {
            graph = graph.withoutFinding(path);
            graph = openHere.contains(path) ? graph : graph.without(path);
        }
        return withGraph(root, graph);
    }

    /** The open documents of a graph. */
    Set<PagePath> openIn(GraphRoot root) {
        return open.values().stream()
                .filter(page -> page.root().equals(root))
                .map(OpenPage::path)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Graph withFinding(Graph graph, PagePath path, Optional<FileFinding> finding) {
        return finding.map(found -> graph.with(path, found)).orElseGet(() -> graph.withoutFinding(path));
    }
}
