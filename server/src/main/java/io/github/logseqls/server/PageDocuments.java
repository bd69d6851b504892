package io.github.logseqls.server;

import io.github.logseqls.feature.LinkedReferences;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;
import org.jspecify.annotations.Nullable;

/** What LSP has no word for: what refers to a page, and which documents can be made about a place to be read. */
@JsonSegment("logseq")
interface PageDocuments {

    record LinkedReferencesParams(TextDocumentIdentifier textDocument) {}

    /** The answer is null for a document that is not open. */
    @JsonRequest
    CompletableFuture<@Nullable LinkedReferences> linkedReferences(LinkedReferencesParams params);

    /**
     * Asks for a document about a place.
     *
     * @param kind {@code linkedReferences}, {@code unlinkedMentions} or {@code subtree}
     */
    record DocumentParams(String kind, TextDocumentIdentifier textDocument, Position position) {}

    /** The address of a document, whose content {@code workspace/textDocumentContent} gives. */
    record DocumentAnswer(String uri) {}

    /** The answer is null where there is no such document. */
    @JsonRequest
    CompletableFuture<@Nullable DocumentAnswer> document(DocumentParams params);
}
