package io.github.logseqls.server;

import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.workspace.View;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What the handlers of all subjects have in common. Each subject is an interface; {@link DocumentRequests} is all of them. */
interface DocumentService extends TextDocumentService {

    Session session();

    default ClientAbilities client() {
        return session().client().abilities();
    }

    default Encoding encoding() {
        return client().encoding();
    }

    /** Answers about a document; {@code nothing} about one that is not open. */
    default <T extends @Nullable Object> CompletableFuture<T> answer(
            String method, TextDocumentIdentifier document, T nothing, Function<View, T> feature) {
        return session().answer(method, document.getUri(), nothing, feature);
    }

    /** Answers about a place in a document, likewise. */
    default <T extends @Nullable Object> CompletableFuture<T> atCaret(
            String method, TextDocumentPositionParams params, T nothing, Function<CaretView, T> feature) {
        return session().answerAt(method, params.getTextDocument(), params.getPosition(), nothing, feature);
    }

    /** What a range covers in the page of a view. */
    default Span span(View view, Range range) {
        return Edits.span(view.page().outline().text(), range, encoding());
    }
}
