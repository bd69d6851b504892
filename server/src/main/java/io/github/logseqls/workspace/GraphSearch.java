package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.search.Searchable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The search indexes of all graphs: made when somebody searches, brought up to the present each time, and dropped when nobody has
 * searched for long.
 *
 * <p>They are made on one background thread, one after the other, which reads the files of a batch in parallel.
 */
public final class GraphSearch {

    private static final long UNUSED_MINUTES = 30;

    private final Cell cell;
    private final ClosedPages closedPages;
    private final Map<GraphRoot, SearchedTexts> texts = new ConcurrentHashMap<>();
    private final ForkJoinPool readers = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "logseq-ls-search");
        made.setDaemon(true);
        return made;
    });

    private volatile long lastAsked;
    private volatile CompletableFuture<Void> growth = new CompletableFuture<>();

    GraphSearch(Cell cell, ClosedPages closedPages) {
        this.cell = cell;
        this.closedPages = closedPages;
    }

    /** All graphs with their indexes as far as they have come by now, which is not at all before the first search. */
    public ImmutableList<Searchable> asFarAsKnown() {
        return searchable(cell.now());
    }

    /** Begins to read texts, unless somebody has had them read: who opens a bracket is about to search. */
    public void prepare() {
        if (texts.isEmpty()) {
            var unused = withTexts();
        }
    }

    /** Completes when more texts are known than now; whoever takes it before {@link #asFarAsKnown} misses none. */
    public CompletableFuture<Void> growth() {
        return growth.copy();
    }

    private void grown() {
        CompletableFuture<Void> before = growth;
        growth = new CompletableFuture<>();
        before.complete(null);
    }

    /** The texts of a graph as far as they are known by now; those that are not will be soon. */
    public SearchIndex texts(Snapshot graph) {
        var unused = withTexts();
        return texts(graph, asFarAsKnown());
    }

    /** All texts of a graph, which are waited for. */
    public SearchIndex allTexts(Snapshot graph) {
        return texts(graph, withTexts().join());
    }

    private static SearchIndex texts(Snapshot graph, List<Searchable> all) {
        return all.stream()
                .filter(known -> known.snapshot().uri().equals(graph.uri()))
                .map(Searchable::index)
                .findFirst()
                .orElse(SearchIndex.EMPTY);
    }

    /** All graphs as they are now, with at least the names of all their pages: soon, unless the indexes are being made. */
    public CompletableFuture<ImmutableList<Searchable>> withNames() {
        return afterwards(SearchedTexts::takeNames);
    }

    /** All graphs as they are now, with the texts of all their pages; the first time, their files have to be read for it. */
    public CompletableFuture<ImmutableList<Searchable>> withTexts() {
        return afterwards(SearchedTexts::takeTexts);
    }

    void close() {
        texts.values().forEach(SearchedTexts::stop);
        thread.shutdownNow();
        readers.shutdown();
    }

    private CompletableFuture<ImmutableList<Searchable>> afterwards(BiConsumer<SearchedTexts, State> step) {
        State now = cell.now();
        lastAsked = System.nanoTime();
        try {
            return CompletableFuture.supplyAsync(
                    () -> {
                        update(now, step);
                        return searchable(now);
                    },
                    thread);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(ImmutableList.of());
        }
    }

    private void update(State now, BiConsumer<SearchedTexts, State> step) {
        if (texts.isEmpty()) {
            dropLater(UNUSED_MINUTES);
        }
        texts.keySet().retainAll(now.graphs().keySet());
        for (GraphRoot root : now.graphs().keySet()) {
            step.accept(texts.computeIfAbsent(root, key -> new SearchedTexts(key, readers, this::grown)), now);
        }
    }

    private void dropLater(long minutes) {
        var unused = thread.schedule(this::dropUnused, minutes, TimeUnit.MINUTES);
    }

    private void dropUnused() {
        long idle = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - lastAsked);
        if (idle >= UNUSED_MINUTES) {
            texts.clear();
        } else {
            dropLater(UNUSED_MINUTES - idle);
        }
    }

    private ImmutableList<Searchable> searchable(State now) {
        return now.graphs().entrySet().stream()
                .map(graph -> new Searchable(
                        new Snapshot(graph.getValue(), new SnapshotPages(graph.getKey(), now, closedPages)),
                        index(graph.getKey())))
                .collect(ImmutableList.toImmutableList());
    }

    private SearchIndex index(GraphRoot root) {
        SearchedTexts known = texts.get(root);
        return known == null ? SearchIndex.EMPTY : known.index();
    }
}
