package io.github.logseqls.server;

import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * A place in an open document at one moment: what a request about a caret is answered from.
 *
 * @param offset the place: a UTF-16 offset in the page
 * @param cancel tells whether the answer is still wanted
 */
record CaretView(Snapshot snapshot, Page page, int offset, CancelChecker cancel) {}
