package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.vavr.collection.HashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of all files of one graph at one moment. A value: every change makes a new one that shares the rest.
 *
 * <p>A file that lies in no graph is a graph of its own, {@link Extent#SINGLE_FILE}: nothing can be said there of what is
 * defined elsewhere.
 */
public final class Graph {

    /** How much of a graph is known. */
    public enum Extent {
        /** One file without a graph around it. */
        SINGLE_FILE,
        /** The first scan is still running. */
        LOADING,
        /** Reading was stopped before all files had been read. */
        INCOMPLETE,
        /** All files have been read that could be. */
        COMPLETE
    }

    private final GraphConfig config;
    private final Extent extent;
    private final HashMap<PagePath, Facts> facts;
    private final LinkIndex links;
    private final int unreadable;
    private final HashMap<PagePath, ImmutableList<FileFinding>> findings;
    private final Lineage lineage;

    private Graph(
            GraphConfig config,
            Extent extent,
            HashMap<PagePath, Facts> facts,
            LinkIndex links,
            int unreadable,
            HashMap<PagePath, ImmutableList<FileFinding>> findings,
            Lineage lineage) {
        this.config = config;
        this.extent = extent;
        this.facts = facts;
        this.links = links;
        this.unreadable = unreadable;
        this.findings = findings;
        this.lineage = lineage;
    }

    public static Graph empty(Extent extent, GraphConfig config) {
        return new Graph(config, extent, HashMap.empty(), LinkIndex.EMPTY, 0, HashMap.empty(), Lineage.begun());
    }

    /** The settings by which all its files were read. */
    public GraphConfig config() {
        return config;
    }

    public Extent extent() {
        return extent;
    }

    /** Whether an id that is not known here is known to be nowhere. */
    public boolean isComplete() {
        return extent == Extent.COMPLETE && unreadable == 0;
    }

    /** Which files define and use a name. */
    public LinkIndex links() {
        return links;
    }

    public PageNames pages() {
        return new PageNames(this);
    }

    public Optional<Facts> facts(PagePath path) {
        return facts.get(path).toJavaOptional();
    }

    /** Whether a file is a page that could be read. */
    public boolean isPage(PagePath path) {
        return facts(path).filter(known -> known.kind() == Facts.Kind.PAGE).isPresent();
    }

    /** How often a symbol occurs in all files. */
    public int count(Symbol symbol) {
        return links.files(symbol).stream()
                .mapToInt(path -> facts(path).orElseThrow().symbols().count(symbol))
                .sum();
    }

    /** All files, in no promised order. */
    public Iterable<PagePath> paths() {
        return facts.keySet();
    }

    /** All files, those too of which no more is known than what is wrong with them; each once, in no promised order. */
    public Stream<PagePath> files() {
        return Stream.concat(facts.keySet().toJavaStream(), findings.keySet().toJavaStream())
                .distinct();
    }

    /**
     * The files whose facts may not be what they were in an earlier graph, by the same settings; empty where so much happened since
     * that all may.
     */
    public Optional<Set<PagePath>> changedSince(Graph earlier) {
        return lineage.since(earlier.lineage);
    }

    /** This graph after its scan ended. */
    public Graph with(Extent after) {
        return new Graph(config, after, facts, links, unreadable, findings, lineage);
    }

    /** This graph by other settings, which read its files alike ({@link GraphConfig#readsAlike}). */
    public Graph with(GraphConfig after) {
        return new Graph(after, extent, facts, links, unreadable, findings, Lineage.begun());
    }

    /** What is wrong with its files as they lie on disk, those among them that are no pages too. */
    public Map<PagePath, ImmutableList<FileFinding>> findings() {
        return findings.toJavaMap();
    }

    /** What is wrong with one of them. */
    public ImmutableList<FileFinding> findings(PagePath path) {
        return findings.getOrElse(path, ImmutableList.of());
    }

    /** This graph after a file was read on disk, or is gone there; itself where the same was found before. */
    public Graph with(PagePath path, ImmutableList<FileFinding> found) {
        if (found.equals(findings(path))) {
            return this;
        }
        return new Graph(
                config,
                extent,
                facts,
                links,
                unreadable,
                found.isEmpty() ? findings.remove(path) : findings.put(path, found),
                lineage);
    }

    /** This graph after a file came or changed; itself where its facts are the same. */
    public Graph with(PagePath path, Facts after) {
        return with(ImmutableMap.of(path, Optional.of(after)));
    }

    /** This graph after a file went away. */
    public Graph without(PagePath path) {
        return with(ImmutableMap.of(path, Optional.empty()));
    }

    /** This graph after files came, changed or went away; itself where the facts of all are the same. */
    public Graph with(Map<PagePath, Optional<Facts>> after) {
        HashMap<PagePath, Facts> result = facts;
        List<LinkIndex.Change> changes = new ArrayList<>(after.size());
        int unread = unreadable;
        for (Map.Entry<PagePath, Optional<Facts>> file : after.entrySet()) {
            PagePath path = file.getKey();
            Optional<Facts> before = facts(path);
            if (!before.equals(file.getValue())) {
                Facts known = file.getValue().orElse(Facts.NONE);
                result = file.getValue().isPresent() ? result.put(path, known) : result.remove(path);
                changes.add(new LinkIndex.Change(path, before.orElse(Facts.NONE).symbols(), known.symbols()));
                unread += unreadable(file.getValue()) - unreadable(before);
            }
        }
        return changes.isEmpty()
                ? this
                : new Graph(
                        config, extent, result, links.with(changes), unread, findings, lineage.after(after.keySet()));
    }

    private static int unreadable(Optional<Facts> facts) {
        return facts.filter(known -> known.kind() == Facts.Kind.UNREADABLE).isPresent() ? 1 : 0;
    }
}
