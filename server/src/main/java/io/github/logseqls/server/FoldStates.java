package io.github.logseqls.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;

/** What LSP has no word for: which blocks a page itself marks as folded. */
@JsonSegment("logseq")
interface FoldStates {

    record CollapsedBlocksParams(TextDocumentIdentifier textDocument) {}

    /**
     * The blocks that a page marks as {@code collapsed::} and that have something to fold.
     *
     * @param lines the lines of their bullets, from 0, in order
     */
    record CollapsedBlocks(List<Integer> lines) {}

    @JsonRequest
    CompletableFuture<CollapsedBlocks> collapsedBlocks(CollapsedBlocksParams params);
}
