package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known at one moment: the graphs by their roots, and the open documents by their files. A value; every
 * change makes a new one.
 */
record State(ImmutableMap<GraphRoot, Graph> graphs, ImmutableMap<Path, OpenPage> open) {

    static final State EMPTY = new State(ImmutableMap.of(), ImmutableMap.of());

    Optional<Graph> graph(GraphRoot root) {
        return Optional.ofNullable(graphs.get(root));
    }

    Optional<OpenPage> openPage(Path file) {
        return Optional.ofNullable(open.get(file));
    }

    State withGraph(GraphRoot root, Graph graph) {
        return graphs.get(root) == graph ? this : new State(with(graphs, root, graph), open);
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
        return new State(without(graphs, root), open);
    }

    /** An opened or edited document, and its graph with the facts of it. */
    State withOpen(Path file, OpenPage page) {
        Graph graph = graph(page.root()).orElseGet(() -> Graph.empty(Graph.Extent.SINGLE_FILE, GraphConfig.NEW_GRAPH));
        Optional<Facts> known = graph.facts(page.path());
        Facts facts = openPage(file)
                .filter(before -> before.root().equals(page.root()))
                .flatMap(before ->
                        known.map(of -> of.edited(page.path(), before.outline(), page.outline(), graph.config())))
                .orElseGet(() -> Facts.of(page.path(), page.outline(), graph.config())
                        .at(known.map(Facts::changed).orElse(0L)));
        State opened = new State(graphs, with(open, file, page));
        return opened.withGraph(page.root(), graph.with(page.path(), facts));
    }

    /** A document is no longer open; its graph keeps what was known of it until the disk has been read. */
    State withClosed(Path file) {
        return new State(graphs, without(open, file));
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

    /** What was read of a file on disk, or that it is gone. */
    State withRead(GraphRoot root, PagePath path, Optional<Facts> facts) {
        return withRead(root, Map.of(path, facts));
    }

    /** What was read of files on disk, and which are gone; of a file that is open only the time counts. */
    State withRead(GraphRoot root, Map<PagePath, Optional<Facts>> read) {
        return graph(root)
                .map(graph -> {
                    Map<PagePath, Optional<Facts>> counts = new HashMap<>(read);
                    for (OpenPage page : open.values()) {
                        if (page.root().equals(root)) {
                            counts.computeIfPresent(
                                    page.path(),
                                    (path, facts) -> graph.facts(path)
                                            .map(known -> known.at(
                                                    facts.map(Facts::changed).orElse(0L))));
                        }
                    }
                    return withGraph(root, graph.with(counts));
                })
                .orElse(this);
    }

    /** This state after a folder went away, with the files that were in it and are not open. */
    State withoutFolder(GraphRoot root, PagePath folder) {
        Map<PagePath, Optional<Facts>> gone = new HashMap<>();
        graph(root)
                .ifPresent(graph -> graph.paths().forEach(path -> {
                    if (path.path().startsWith(folder.path() + "/")) {
                        gone.put(path, Optional.empty());
                    }
                }));
        return gone.isEmpty() ? this : withRead(root, gone);
    }

    private static <K, V> ImmutableMap<K, V> with(ImmutableMap<K, V> map, K key, V value) {
        return ImmutableMap.<K, V>builder().putAll(map).put(key, value).buildKeepingLast();
    }

    private static <K, V> ImmutableMap<K, V> without(ImmutableMap<K, V> map, K key) {
        return ImmutableMap.copyOf(Maps.filterKeys(map, other -> !key.equals(other)));
    }
}
