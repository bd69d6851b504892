package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Streams;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is known at one moment: the graphs by their roots, and the open documents by their files. A value; every
 * change makes a new one.
 */
record State(ImmutableMap<GraphRoot, Graph> graphs, ImmutableMap<Path, OpenPage> open) {

    static final State EMPTY = new State(ImmutableMap.of(), ImmutableMap.of());

    Optional<Graph> graph(GraphRoot root) {
        return Optional.ofNullable(graphs.get(root));
    }

    /** The settings of a graph as far as they are known. */
    GraphConfig config(GraphRoot root) {
        return graph(root).map(Graph::config).orElse(GraphConfig.NEW_GRAPH);
    }

    Optional<OpenPage> openPage(Path file) {
        return Optional.ofNullable(open.get(file));
    }

    State withGraph(GraphRoot root, Graph graph) {
        return graphs.get(root) == graph ? this : new State(with(graphs, root, graph), open);
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
        List<PagePath> files = graph(around).stream()
                .flatMap(graph -> Streams.stream(graph.paths()))
                .filter(path -> path.path().startsWith(folder))
                .toList();
        return withoutFiles(around, files);
    }

    /** A graph by other settings, which read its files alike. */
    State withConfig(GraphRoot root, ConfigText text) {
        return graph(root)
                .map(graph -> withFinding(
                        graph.with(text.config().with(graph.config().checks())), GraphRoot.CONFIG_PATH, text.finding()))
                .map(graph -> withGraph(root, graph))
                .orElse(this);
    }

    /** A graph by other settings for what is said of findings. */
    State withChecks(GraphRoot root, CheckText text) {
        return graph(root)
                .map(graph -> graph.with(graph.config().with(text.settings())))
                .map(graph -> withGraph(root, withFinding(graph, GraphRoot.CHECKS_PATH, text.finding())))
                .orElse(this);
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

    /**
     * What was read of files on disk. A file that is open keeps what the editor has; only its bytes and its time are the disk's. What
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
        Map<PagePath, Optional<Facts>> facts = new HashMap<>();
        for (Map.Entry<PagePath, Reading> file : read.entrySet()) {
            PagePath path = file.getKey();
            if (inside.stream().anyMatch(path.path()::startsWith)) {
                continue;
            }
            graph = graph.with(path, file.getValue().findings());
            Facts onDisk = file.getValue().facts();
            facts.put(
                    path,
                    openHere.contains(path)
                            ? graph.facts(path).map(open -> open.at(onDisk.changed()))
                            : Optional.of(onDisk));
        }
        graph = graph.with(facts);
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
        Map<PagePath, Optional<Facts>> facts = new HashMap<>();
        for (PagePath path : gone) {
            graph = graph.with(path, ImmutableList.of());
            facts.put(path, openHere.contains(path) ? graph.facts(path).map(open -> open.at(0)) : Optional.empty());
        }
        graph = graph.with(facts);
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
        return graph.with(path, finding.map(ImmutableList::of).orElseGet(ImmutableList::of));
    }

    private static <K, V> ImmutableMap<K, V> with(ImmutableMap<K, V> map, K key, V value) {
        return ImmutableMap.<K, V>builder().putAll(map).put(key, value).buildKeepingLast();
    }

    private static <K, V> ImmutableMap<K, V> without(ImmutableMap<K, V> map, K key) {
        return ImmutableMap.copyOf(Maps.filterKeys(map, other -> !key.equals(other)));
    }
}
