package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.workspace.WorkspaceListener.ScanProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One load of a graph: reads its files into the cell, first all of them, later those that changed. One that is no longer
 * wanted changes nothing. For one thread, which reads the files of a batch in parallel.
 */
final class GraphLoad {

    /** How many files are read before what was found becomes visible; edits are applied between. */
    private static final int BATCH = 256;

    private final GraphScan scan;
    private final Cell cell;
    private final Predicate<GraphLoad> isWanted;
    private final Consumer<Path> nestedRoots;

    /**
     * A load that has read nothing yet.
     *
     * @param nestedRoots is told of folders inside the graph that are graphs of their own
     */
    GraphLoad(GraphScan scan, Cell cell, Predicate<GraphLoad> isWanted, Consumer<Path> nestedRoots) {
        this.scan = scan;
        this.cell = cell;
        this.isWanted = isWanted;
        this.nestedRoots = nestedRoots;
    }

    GraphRoot root() {
        return scan.root();
    }

    /** Reads the settings and all files; how far that came. */
    Graph.Extent readAll(ScanProgress progress) throws IOException {
        ConfigText config = scan.config();
        update(state -> state.withLoading(root(), config));
        GraphScan.Found found = scan.find(root().folder(), config.config());
        if (!isWanted.test(this)) {
            return Graph.Extent.INCOMPLETE;
        }
        found.nestedRoots().forEach(nestedRoots);
        takeUnreadable(found.unreadable(), config.config());
        takeOthers(found.others());
        return read(openFoldersFirst(found.files()), config.config(), progress)
                ? Graph.Extent.COMPLETE
                : Graph.Extent.INCOMPLETE;
    }

    void end(Graph.Extent reached) {
        update(state -> state.withExtent(root(), reached));
    }

    /** Takes in what changed on disk; false where all has to be read anew instead, by other settings. */
    boolean takeIn(List<Path> files) throws IOException {
        Optional<Graph> graph = cell.now().graph(root());
        if (graph.isEmpty()) {
            return true;
        }
        GraphConfig config = graph.get().config();
        ChangedFiles changed = ChangedFiles.of(root(), config, files);
        if (changed.config()) {
            ConfigText text = scan.config();
            if (!text.config().readsAlike(config)) {
                return false;
            }
            update(state -> state.withConfig(root(), text));
        }
        takeIn(graph.get(), changed);
        return true;
    }

    private void takeIn(Graph graph, ChangedFiles changed) throws IOException {
        Set<PagePath> files = new LinkedHashSet<>(changed.files());
        Set<PagePath> unreadable = new LinkedHashSet<>();
        Set<PagePath> others = new LinkedHashSet<>(changed.others());
        for (PagePath folder : changed.folders()) {
            GraphScan.Found found = scan.find(root().file(folder), graph.config());
            found.nestedRoots().forEach(nestedRoots);
            files.addAll(found.files());
            unreadable.addAll(found.unreadable());
            others.addAll(found.others());
        }
        forget(graph, changed, Sets.union(Sets.union(files, unreadable), others));
        takeUnreadable(unreadable, graph.config());
        takeOthers(others);
        read(files, graph.config(), ScanProgress.UNSEEN);
    }

    /** Drops what is known of files that are gone. */
    private void forget(Graph graph, ChangedFiles changed, Set<PagePath> there) {
        if (changed.gone().isEmpty() && changed.folders().isEmpty()) {
            return;
        }
        ImmutableSet<PagePath> gone = Stream.concat(Streams.stream(graph.paths()), graph.findings().keySet().stream())
                .filter(path -> changed.replaces(path) && !there.contains(path) && !path.equals(GraphRoot.CONFIG_PATH))
                .collect(ImmutableSet.toImmutableSet());
        update(state -> state.withoutFiles(root(), gone));
    }

    /** What stands beside an open document is asked for first. */
    private List<PagePath> openFoldersFirst(List<PagePath> files) {
        Set<Optional<PagePath>> folders = new HashSet<>();
        cell.now().openIn(root()).forEach(path -> folders.add(path.folder()));
        return files.stream()
                .sorted(Comparator.comparing((PagePath file) -> !folders.contains(file.folder())))
                .toList();
    }

    /** Reads files batch by batch; whether it came to the end. */
    private boolean read(Collection<PagePath> files, GraphConfig config, ScanProgress progress) {
        int read = 0;
        for (List<PagePath> batch : Iterables.partition(files, BATCH)) {
            if (progress.isCancelled() || !isWanted.test(this)) {
                return false;
            }
            ImmutableMap<PagePath, Reading> readings = scan.read(batch, config);
            Set<PagePath> gone = Sets.difference(ImmutableSet.copyOf(batch), readings.keySet());
            update(state -> state.withRead(root(), readings).withoutFiles(root(), gone));
            read += batch.size();
            progress.read(read, files.size());
        }
        return true;
    }

    private void takeUnreadable(Collection<PagePath> paths, GraphConfig config) {
        ImmutableMap.Builder<PagePath, Reading> readings = ImmutableMap.builder();
        for (PagePath path : paths) {
            readings.put(path, new Reading(Facts.unreadable(path, config), Optional.empty()));
        }
        update(state -> state.withRead(root(), readings.buildKeepingLast()));
    }

    /** Takes in files of which only the names count. */
    private void takeOthers(Collection<PagePath> paths) {
        ImmutableMap.Builder<PagePath, Reading> readings = ImmutableMap.builder();
        for (PagePath path : paths) {
            readings.put(path, new Reading(Facts.ASSET, Optional.empty()));
        }
        update(state -> state.withRead(root(), readings.buildKeepingLast()));
    }

    private void update(UnaryOperator<State> change) {
        cell.update(state -> isWanted.test(this) ? change.apply(state) : state);
    }
}
