package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.workspace.WorkspaceListener.ScanProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One load of a graph: reads its files into the cell, first all of them, later those that changed. One that is no longer
 * wanted changes nothing. For one thread, which reads the files of a batch in parallel.
 */
final class GraphLoad {

    /** How many files are read before what was found becomes visible; edits are applied between. */
    private static final int BATCH = 1024;

    private final GraphScan scan;
    private final Readers readers;
    private final Cell cell;
    private final Predicate<GraphLoad> isWanted;
    private final NestedRoots nestedRoots;

    /**
     * A load that has read nothing yet.
     *
     * @param readers where files are read
     * @param nestedRoots is told of folders inside the graph that are graphs of their own
     */
    GraphLoad(GraphScan scan, Readers readers, Cell cell, Predicate<GraphLoad> isWanted, NestedRoots nestedRoots) {
        this.scan = scan;
        this.readers = readers;
        this.cell = cell;
        this.isWanted = isWanted;
        this.nestedRoots = nestedRoots;
    }

    GraphRoot root() {
        return scan.root();
    }

    /** Reads the settings and all files; how far that came. */
    Graph.Extent readAll(ScanProgress progress) throws IOException {
        ConfigText config = scan.config().orElse(ConfigText.UNREAD);
        CheckText checks = scan.checks().orElse(CheckText.NONE);
        update(state -> state.withLoading(root(), config).withChecks(root(), checks));
        GraphScan.Found found = scan.find(root().folder(), config.config());
        if (!isWanted.test(this)) {
            return Graph.Extent.INCOMPLETE;
        }
        tellNestedRoots(found);
        take(found.unreadable(), path -> Facts.unreadable(path, config.config()));
        take(found.others(), path -> Facts.ASSET);
        return read(openFoldersFirst(found.files()), config.config(), readers.all(), progress)
                ? Graph.Extent.COMPLETE
                : Graph.Extent.INCOMPLETE;
    }

    void end(Graph.Extent reached) {
        update(state -> state.withExtent(root(), reached));
    }

    /** Takes in what changed on disk; false where all has to be read anew instead, by other settings. */
    boolean takeIn(Collection<Path> files) throws IOException {
        Optional<Graph> graph = cell.now().graph(root());
        if (graph.isEmpty()) {
            return true;
        }
        GraphConfig config = graph.get().config();
        ChangedFiles changed = ChangedFiles.of(root(), graph.get(), files);
        if (changed.config()) {
            // Settings that cannot be read, while another program writes them say, stay as they were.
            Optional<ConfigText> text = scan.config();
            if (text.filter(now -> !now.config().readsAlike(config)).isPresent()) {
                return false;
            }
            text.ifPresent(now -> update(state -> state.withConfig(root(), now)));
        }
        if (changed.checks()) {
            scan.checks().ifPresent(now -> update(state -> state.withChecks(root(), now)));
        }
        takeIn(graph.get(), changed);
        return true;
    }

    private void takeIn(Graph graph, ChangedFiles changed) throws IOException {
        Map<PagePath, FoundFile> files = new LinkedHashMap<>();
        changed.files().forEach(file -> files.put(file.path(), file));
        changed.unnamed().values().forEach(scan::reportUnnamed);
        Set<PagePath> unreadable = new LinkedHashSet<>(changed.unnamed().keySet());
        Set<PagePath> others = new LinkedHashSet<>(changed.others());
        for (Path folder : changed.folders().values()) {
            GraphScan.Found found = scan.find(folder, graph.config());
            tellNestedRoots(found);
            found.files().forEach(file -> files.put(file.path(), file));
            unreadable.addAll(found.unreadable());
            others.addAll(found.others());
        }
        forget(graph, changed, Sets.union(Sets.union(files.keySet(), unreadable), others));
        take(unreadable, path -> Facts.unreadable(path, graph.config()));
        take(others, path -> Facts.ASSET);
        read(files.values(), graph.config(), readers.changed(), ScanProgress.UNSEEN);
    }

    private void tellNestedRoots(GraphScan.Found found) {
        found.nestedRoots().forEach(folder -> nestedRoots.found(folder, () -> isWanted.test(this)));
    }

    /** Drops what is known of files that are gone. */
    private void forget(Graph graph, ChangedFiles changed, Set<PagePath> there) {
        if (changed.gone().isEmpty() && changed.folders().isEmpty()) {
            return;
        }
        Predicate<PagePath> isGone =
                path -> changed.replaces(path) && !there.contains(path) && !GraphRoot.SETTINGS.contains(path);
        ImmutableSet<PagePath> gone = graph.files().filter(isGone).collect(ImmutableSet.toImmutableSet());
        scan.forgetReports(isGone);
        update(state -> state.withoutFiles(root(), gone));
    }

    /** In the order in which the index keeps them, but what stands beside an open document, which is asked for first. */
    private List<FoundFile> openFoldersFirst(List<FoundFile> files) {
        Set<Optional<PagePath>> folders = new HashSet<>();
        cell.now().openIn(root()).forEach(path -> folders.add(path.folder()));
        List<FoundFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(FoundFile::path));
        if (!folders.isEmpty()) {
            sorted.sort(
                    Comparator.comparing(file -> !folders.contains(file.path().folder())));
        }
        return sorted;
    }

    /** Reads files batch by batch, the next while one is taken in; whether it came to the end. */
    private boolean read(Collection<FoundFile> files, GraphConfig config, ForkJoinPool pool, ScanProgress progress) {
        int read = 0;
        Iterator<List<FoundFile>> batches = Iterables.partition(files, BATCH).iterator();
        Optional<Batch> next = begin(batches, config, pool);
        while (next.isPresent()) {
            if (progress.isCancelled() || !isWanted.test(this)) {
                return false;
            }
            Batch batch = next.get();
            ImmutableMap<PagePath, Reading> readings = batch.readings().join();
            if (!isWanted.test(this)) {
                return false;
            }
            next = begin(batches, config, pool);
            Set<PagePath> gone = batch.files().stream()
                    .map(FoundFile::path)
                    .filter(path -> !readings.containsKey(path))
                    .collect(ImmutableSet.toImmutableSet());
            update(state -> state.withRead(root(), readings).withoutFiles(root(), gone));
            read += batch.files().size();
            progress.read(read, files.size());
        }
        return true;
    }

    /** Files that are being read. */
    private record Batch(List<FoundFile> files, CompletableFuture<ImmutableMap<PagePath, Reading>> readings) {}

    private Optional<Batch> begin(Iterator<List<FoundFile>> batches, GraphConfig config, ForkJoinPool pool) {
        if (!batches.hasNext()) {
            return Optional.empty();
        }
        List<FoundFile> files = batches.next();
        return Optional.of(new Batch(files, CompletableFuture.supplyAsync(() -> scan.read(files, config), pool)));
    }

    /** Takes in files that are not read. */
    private void take(Collection<PagePath> paths, Function<PagePath, Facts> facts) {
        ImmutableMap.Builder<PagePath, Reading> readings = ImmutableMap.builder();
        for (PagePath path : paths) {
            readings.put(path, new Reading(facts.apply(path), ImmutableList.of()));
        }
        update(state -> state.withRead(root(), readings.buildKeepingLast()));
    }

    private void update(UnaryOperator<State> change) {
        cell.update(state -> isWanted.test(this) ? change.apply(state) : state);
    }
}
