package io.github.logseqls.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;
import org.jspecify.annotations.Nullable;

/** What LSP has no word for: what the Logseq app calls a place, for a link that opens it there. */
@JsonSegment("logseq")
interface AppPlaces {

    record PlaceParams(TextDocumentIdentifier textDocument, Position position) {}

    /**
     * A place in the graph around a document.
     *
     * @param page the title of the page
     * @param blockId the id of the block that the position is in; absent where it has none
     */
    record Place(String page, @Nullable String blockId) {}

    /** The answer is null for a document that is not open. */
    @JsonRequest
    CompletableFuture<@Nullable Place> place(PlaceParams params);
}
