package io.github.logseqls.server;

import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/** What editors tell about a document. Edits are applied at once, on the thread that reads messages. */
interface SyncRequests extends DocumentService {

    @Override
    default void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem document = params.getTextDocument();
        session().workspace().open(document.getUri(), document.getVersion(), document.getText());
    }

    @Override
    default void didChange(DidChangeTextDocumentParams params) {
        VersionedTextDocumentIdentifier document = params.getTextDocument();
        session()
                .change(
                        document.getUri(),
                        document.getVersion(),
                        outline -> Edits.applied(params.getContentChanges(), outline, encoding()));
        session().listed().inserted(params.getContentChanges());
    }

    @Override
    default void didClose(DidCloseTextDocumentParams params) {
        session().close(params.getTextDocument().getUri());
    }

    @Override
    default void didSave(DidSaveTextDocumentParams params) {
        // What is open counts as the editor has it, saved or not.
    }
}
