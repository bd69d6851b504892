package io.github.logseqls.workspace;

import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;

/** A file and the graph that it lies in at one moment. That it is named does not say that it is there. */
public record Located(Snapshot snapshot, PagePath path) {}
