package io.github.logseqls.workspace;

import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;

/**
 * An open document and the graph around it at one moment: what a request is answered from.
 *
 * @param uri the document's address as the editor spells it
 * @param version the editor's number for the document's content
 */
public record View(String uri, int version, Snapshot snapshot, Page page) {}
