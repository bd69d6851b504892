package io.github.logseqls.workspace;

import com.google.common.collect.Comparators;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbols;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.search.SearchedPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The search index of one graph, kept up with it by difference. Steps are for one thread; whoever asks for the index gets it as far
 * as it has come.
 */
final class SearchedTexts {

    /** So many files are read before what was found becomes visible, and each time twice as many. */
    private static final int FIRST_BATCH = 128;

    private static final int LARGEST_BATCH = 1024;

    /** So many are read before even the names of all pages: who searches first likely means what was written last. */
    private static final int YOUNGEST = 512;

    private final GraphRoot root;
    private final ForkJoinPool readers;
    private final Runnable grown;
    private final Map<PagePath, Source> sources = new HashMap<>();
    private final GraphNames names = new GraphNames();

    private @Nullable Graph takenGraph;
    private Map<PagePath, Outline> takenOpen = Map.of();
    private volatile SearchIndex index = SearchIndex.EMPTY;
    private volatile boolean stopped;

    /**
     * What was made into a searched page.
     *
     * @param facts the names of the page; of one that is not open, they stand for its text as well
     * @param config by which it is a journal or not, also where its names stay the same
     */
    private record Source(Facts facts, GraphConfig config, Optional<Outline> open) {}

    /** A page and when its file last changed, in milliseconds since 1970. */
    private record Dated(PagePath path, long changed) {
        static final Comparator<Dated> LATEST_FIRST =
                Comparator.comparingLong(Dated::changed).reversed().thenComparing(Dated::path);
    }

    /**
     * Nothing is known yet.
     *
     * @param grown called when texts have become visible
     */
    SearchedTexts(GraphRoot root, ForkJoinPool readers, Runnable grown) {
        this.root = root;
        this.readers = readers;
        this.grown = grown;
    }

    SearchIndex index() {
        return index;
    }

    /** No text is read any more. */
    void stop() {
        stopped = true;
    }

    /** Takes in the names of pages that are not known yet, for which no file is read. */
    void takeNames(State state) {
        Optional<Graph> graph = state.graph(root);
        if (graph.isEmpty() || graph.get() == takenGraph) {
            return;
        }
        List<PagePath> unknown = changedSinceTaken(graph.get()).orElseGet(() -> allPaths(graph.get())).stream()
                .filter(path -> index.page(path).isEmpty())
                .toList();
        index = index.with(inParallel(unknown, path -> named(graph.get(), path)));
        grown.run();
    }

    /**
     * Takes in all that changed, batch by batch: the first time, when somebody waits, what is near and what is young, and only then all
     * names.
     */
    void takeTexts(State state) {
        Graph graph = state.graph(root).orElseGet(() -> Graph.empty(Graph.Extent.LOADING, GraphConfig.NEW_GRAPH));
        Map<PagePath, Outline> open = open(state);
        if (takenGraph == null) {
            takeAll(changed(NearFiles.of(open.keySet(), graph), graph, open), graph, open);
            takeAll(changed(youngest(graph), graph, open), graph, open);
        }
        takeNames(state);
        takeAll(changed(suspects(graph, open), graph, open), graph, open);
        if (stopped) {
            return;
        }
        changedSinceTaken(graph)
                .orElseGet(() -> Sets.union(
                        allPaths(graph), Set.copyOf(index.vocabulary().assets())))
                .forEach(path -> names.takeAsset(path, isAsset(graph, path)));
        index = index.with(names.vocabulary(index.vocabulary()));
        takenGraph = graph;
        takenOpen = open;
    }

    private void takeAll(List<PagePath> paths, Graph graph, Map<PagePath, Outline> open) {
        int size = FIRST_BATCH;
        for (int from = 0; from < paths.size() && !stopped; ) {
            int end = Math.min(paths.size(), from + size);
            take(paths.subList(from, end), graph, open);
            grown.run();
            from = end;
            size = Math.min(2 * size, LARGEST_BATCH);
        }
    }

    private Optional<Set<PagePath>> changedSinceTaken(Graph graph) {
        return Optional.ofNullable(takenGraph).flatMap(graph::changedSince);
    }

    private static Set<PagePath> allPaths(Graph graph) {
        Set<PagePath> paths = new HashSet<>();
        graph.paths().forEach(paths::add);
        return paths;
    }

    private static boolean isAsset(Graph graph, PagePath path) {
        return graph.facts(path)
                .filter(facts -> facts.kind() == Facts.Kind.ASSET)
                .isPresent();
    }

    private Map<PagePath, Outline> open(State state) {
        Map<PagePath, Outline> open = new HashMap<>();
        for (OpenPage page : state.open().values()) {
            if (page.root().equals(root)) {
                open.put(page.path(), page.outline());
            }
        }
        return open;
    }

    /** The files that may have changed; where it may be any, the youngest first. */
    private Set<PagePath> suspects(Graph graph, Map<PagePath, Outline> open) {
        Set<PagePath> suspects = new LinkedHashSet<>(Sets.union(takenOpen.keySet(), open.keySet()));
        changedSinceTaken(graph).ifPresentOrElse(suspects::addAll, () -> {
            index.paths().forEach(suspects::add);
            graph.paths().forEach(suspects::add);
        });
        return suspects;
    }

    private static Set<PagePath> youngest(Graph graph) {
        return Streams.stream(graph.paths())
                .filter(graph::isPage)
                .map(path -> new Dated(path, graph.facts(path).orElseThrow().changed()))
                .collect(Comparators.least(YOUNGEST, Dated.LATEST_FIRST))
                .stream()
                .map(Dated::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those whose texts are not made from what they are made from now. */
    private List<PagePath> changed(Set<PagePath> suspects, Graph graph, Map<PagePath, Outline> open) {
        List<PagePath> changed = new ArrayList<>();
        for (PagePath path : suspects) {
            boolean isChanged = source(graph, open, path)
                    .map(source -> !source.equals(sources.get(path)))
                    .orElse(index.page(path).isPresent());
            if (isChanged) {
                changed.add(path);
            }
        }
        return changed;
    }

    private static Optional<Source> source(Graph graph, Map<PagePath, Outline> open, PagePath path) {
        return graph.facts(path)
                .filter(facts -> !facts.title().isEmpty())
                .map(facts -> new Source(facts, graph.config(), Optional.ofNullable(open.get(path))));
    }

    private void take(List<PagePath> paths, Graph graph, Map<PagePath, Outline> open) {
        Map<PagePath, Optional<SearchedPage>> changes = inParallel(paths, path -> read(graph, open, path));
        for (PagePath path : paths) {
            Optional<Source> source = source(graph, open, path);
            Source before = sources.get(path);
            source.ifPresentOrElse(now -> sources.put(path, now), () -> sources.remove(path));
            names.take(
                    before == null ? Symbols.NONE : before.facts().symbols(),
                    source.map(now -> now.facts().symbols()).orElse(Symbols.NONE),
                    graph);
        }
        index = index.with(changes);
    }

    private Map<PagePath, Optional<SearchedPage>> inParallel(
            List<PagePath> paths, Function<PagePath, Optional<SearchedPage>> made) {
        return readers.submit(
                        () -> paths.parallelStream().collect(Collectors.toConcurrentMap(Function.identity(), made)))
                .join();
    }

    private Optional<SearchedPage> read(Graph graph, Map<PagePath, Outline> open, PagePath path) {
        Optional<SearchedPage> named = named(graph, path);
        if (named.isEmpty() || !graph.isPage(path)) {
            return named;
        }
        try {
            Outline known = open.get(path);
            Outline outline = known == null ? parsed(path) : known;
            return Optional.of(named.get().with(outline));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A file that is gone will be told of; and one file must not cost the search, not even by a bug of ours.
            return named;
        }
    }

    private Outline parsed(PagePath path) throws IOException {
        return Outline.parse(
                TextFile.read(root.file(path)).text(), path.syntax().orElseThrow());
    }

    private static Optional<SearchedPage> named(Graph graph, PagePath path) {
        Optional<Facts> facts = graph.facts(path);
        return facts.flatMap(known -> SearchedPage.named(path, known, graph.config()));
    }
}
