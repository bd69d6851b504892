package io.github.logseqls.server;

import io.github.logseqls.feature.Displays;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;

/** What LSP has no word for: how a page is shown with the text of blocks in place of references, and without bookkeeping. */
@JsonSegment("logseq")
interface DisplayRequests {

    /**
     * Asks about a part of a document.
     *
     * @param range the part that can be seen
     */
    record DisplaysParams(TextDocumentIdentifier textDocument, Range range) {}

    @JsonRequest
    CompletableFuture<Displays> displays(DisplaysParams params);
}
