package io.github.logseqls.search;

import io.github.logseqls.graph.Snapshot;

/** A graph with the index of its texts, as far as that has been made. */
public record Searchable(Snapshot snapshot, SearchIndex index) {}
