package io.github.logseqls.server;

import io.github.logseqls.feature.decoration.Displays;
import io.github.logseqls.feature.editing.PastedBlocks;
import io.github.logseqls.feature.reading.LinkedReferences;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;
import org.jspecify.annotations.Nullable;

/** What LSP has no word for and an editor may ask all the same, about a document that is open. */
@JsonSegment("logseq")
interface LogseqService {

    /** Asks about a document as a whole. */
    record PageParams(TextDocumentIdentifier textDocument) {}

    /**
     * The blocks that a page marks as {@code collapsed::} and that have something to fold.
     *
     * @param lines the lines of their bullets, from 0, in order
     */
    record CollapsedBlocks(List<Integer> lines) {}

    /** Which blocks a page itself marks as folded. */
    @JsonRequest
    CompletableFuture<CollapsedBlocks> collapsedBlocks(PageParams params);

    /**
     * Asks about a part of a document.
     *
     * @param range the part that can be seen
     */
    record DisplaysParams(TextDocumentIdentifier textDocument, Range range) {}

    /** How a page is shown with the text of blocks in place of references, and without bookkeeping. */
    @JsonRequest
    CompletableFuture<Displays> displays(DisplaysParams params);

    /** What refers to a page; null for a document that is not open. */
    @JsonRequest
    CompletableFuture<@Nullable LinkedReferences> linkedReferences(PageParams params);

    /**
     * Asks for a document about a place.
     *
     * @param kind {@code linkedReferences}, {@code unlinkedMentions} or {@code subtree}
     */
    record DocumentParams(String kind, TextDocumentIdentifier textDocument, Position position) {}

    /** The address of a document, whose content {@code workspace/textDocumentContent} gives. */
    record DocumentAnswer(String uri) {}

    /** A document that can be made about a place to be read; null where there is none. */
    @JsonRequest
    CompletableFuture<@Nullable DocumentAnswer> document(DocumentParams params);

    record PlaceParams(TextDocumentIdentifier textDocument, Position position) {}

    /**
     * A place in the graph around a document.
     *
     * @param page the title of the page
     * @param blockId the id of the block that the position is in; absent where it has none
     */
    record Place(String page, @Nullable String blockId) {}

    /** What the Logseq app calls a place, for a link that opens it there; null for a document that is not open. */
    @JsonRequest
    CompletableFuture<@Nullable Place> place(PlaceParams params);

    /**
     * Asks what a text becomes that is to be pasted.
     *
     * @param range what it replaces
     */
    record PasteParams(TextDocumentIdentifier textDocument, Range range, String text) {}

    /** How blocks that are pasted fit their place; no edits for a text that is to be pasted as it is. */
    @JsonRequest
    CompletableFuture<PastedBlocks> paste(PasteParams params);

    /**
     * Asks what a key makes of the outline.
     *
     * @param key {@code enter}, after the editor has put the line end in; or {@code up}, {@code down}, {@code in}, {@code out}
     * @param range what was selected when the key was pressed
     * @param typedTo where that ends which was typed on since; absent where nothing was
     */
    record KeyParams(
            TextDocumentIdentifier textDocument,
            String key,
            Range range,
            @Nullable Position typedTo) {}

    /**
     * Edits that leave what was typed on where it is, for the editor to make; none where the key changes nothing.
     *
     * @param before those before the caret, where an insertion moves the caret along
     * @param behind those behind what was typed on
     */
    record KeyAnswer(List<TextEdit> before, List<TextEdit> behind) {}

    /** What a key makes of the outline around the selection. */
    @JsonRequest
    CompletableFuture<KeyAnswer> key(KeyParams params);
}
