package io.github.logseqls.graph;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

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
    private final PMap<PagePath, Facts> facts;
    private final LinkIndex links;
    private final int unreadable;
    private final PMap<PagePath, FileFinding> findings;

    private Graph(
            GraphConfig config,
            Extent extent,
            PMap<PagePath, Facts> facts,
            LinkIndex links,
            int unreadable,
            PMap<PagePath, FileFinding> findings) {
        this.config = config;
        this.extent = extent;
        this.facts = facts;
        this.links = links;
        this.unreadable = unreadable;
        this.findings = findings;
    }

    public static Graph empty(Extent extent, GraphConfig config) {
        return new Graph(config, extent, HashTreePMap.empty(), LinkIndex.EMPTY, 0, HashTreePMap.empty());
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

    public LinkIndex links() {
        return links;
    }

    public Optional<Facts> facts(PagePath path) {
        return Optional.ofNullable(facts.get(path));
    }

    /** All files, in no promised order. */
    public Set<PagePath> paths() {
        return facts.keySet();
    }

    /** This graph after its scan ended. */
    public Graph with(Extent after) {
        return new Graph(config, after, facts, links, unreadable, findings);
    }

    /** This graph by other settings, which read its files alike ({@link GraphConfig#readsAlike}). */
    public Graph with(GraphConfig after) {
        return new Graph(after, extent, facts, links, unreadable, findings);
    }

    /** What is wrong with its files as they lie on disk, those among them that are no pages too. */
    public Map<PagePath, FileFinding> findings() {
        return findings;
    }

    /** This graph after something was found in a file on disk. */
    public Graph with(PagePath path, FileFinding finding) {
        return new Graph(config, extent, facts, links, unreadable, findings.plus(path, finding));
    }

    /** This graph after nothing was found in a file on disk, or the file is gone there; itself where nothing was known. */
    public Graph withoutFinding(PagePath path) {
        return findings.containsKey(path)
                ? new Graph(config, extent, facts, links, unreadable, findings.minus(path))
                : this;
    }

    /** This graph after a file came or changed; itself where its facts are the same. */
    public Graph with(PagePath path, Facts after) {
        Optional<Facts> before = facts(path);
        if (before.isPresent() && before.get().equals(after)) {
            return this;
        }
        LinkIndex changed =
                before.map(known -> links.with(path, known, after)).orElseGet(() -> links.with(path, after));
        int unread = unreadable - before.map(Graph::unreadable).orElse(0) + unreadable(after);
        return new Graph(config, extent, facts.plus(path, after), changed, unread, findings);
    }

    /** This graph after a file went away. */
    public Graph without(PagePath path) {
        return facts(path)
                .map(known -> new Graph(
                        config,
                        extent,
                        facts.minus(path),
                        links.without(path, known),
                        unreadable - unreadable(known),
                        findings))
                .orElse(this);
    }

    private static int unreadable(Facts facts) {
        return facts.kind() == Facts.Kind.UNREADABLE ? 1 : 0;
    }
}
