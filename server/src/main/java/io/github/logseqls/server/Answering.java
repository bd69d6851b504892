package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.workspace.Located;
import io.github.logseqls.workspace.View;
import io.github.logseqls.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.jspecify.annotations.Nullable;

/** How features are asked: about what is known when a question comes, on threads that compute the answers. */
interface Answering {

    Workspace workspace();

    Client client();

    AnswerPool requests();

    /** For what goes through however many pages, so that nobody at the caret waits for that. */
    AnswerPool walks();

    /**
     * Computes an answer from the document and its graph as they are now: the caller's thread is the one that applies edits, so
     * the answer sees all edits sent before the request and none sent after.
     *
     * @param nothing the answer for a document that is not open, and where a bug strikes
     */
    default <T extends @Nullable Object> CompletableFuture<T> answer(
            String method, String uri, T nothing, Function<View, T> feature) {
        return answer(method, uri, nothing, (view, cancel) -> feature.apply(view));
    }

    /** As {@link #answer}; the feature asks now and then whether it is still wanted. */
    default <T extends @Nullable Object> CompletableFuture<T> answer(
            String method, String uri, T nothing, BiFunction<View, CancelChecker, T> feature) {
        return of(workspace().view(uri), requests(), method, nothing, feature);
    }

    /** As {@link #answer}, about a place in the document. */
    default <T extends @Nullable Object> CompletableFuture<T> answerAt(
            String method,
            TextDocumentIdentifier document,
            Position position,
            T nothing,
            Function<CaretView, T> feature) {
        return answer(method, document.getUri(), nothing, at(position, feature));
    }

    /** As {@link #answer}, about a file of a known graph, open or not. */
    default <T extends @Nullable Object> CompletableFuture<T> answerOfFile(
            String method, String uri, T nothing, Function<Located, T> feature) {
        return of(workspace().located(uri), requests(), method, nothing, (file, cancel) -> feature.apply(file));
    }

    /** As {@link #answer}, by going through however many pages. */
    default <T extends @Nullable Object> CompletableFuture<T> walk(
            String method, String uri, T nothing, BiFunction<View, CancelChecker, T> feature) {
        return of(workspace().view(uri), walks(), method, nothing, feature);
    }

    /** As {@link #answerAt}, likewise. */
    default <T extends @Nullable Object> CompletableFuture<T> walkAt(
            String method,
            TextDocumentIdentifier document,
            Position position,
            T nothing,
            Function<CaretView, T> feature) {
        return walk(method, document.getUri(), nothing, at(position, feature));
    }

    /** As {@link #answerOfFile}, likewise. */
    default <T extends @Nullable Object> CompletableFuture<T> walkOfFile(
            String method, String uri, T nothing, BiFunction<Located, CancelChecker, T> feature) {
        return of(workspace().located(uri), walks(), method, nothing, feature);
    }

    /** As {@link #walk}, about all graphs, when {@code graphs} are there to be searched, for which no thread waits. */
    default <T extends @Nullable Object> CompletableFuture<T> answerOfSearch(
            String method,
            CompletableFuture<ImmutableList<Searchable>> graphs,
            T nothing,
            BiFunction<ImmutableList<Searchable>, CancelChecker, T> feature) {
        return walks().computeWith(graphs, method, nothing, feature);
    }

    /** As {@link #answerOfSearch}, for somebody who types and waits for it. */
    default <T extends @Nullable Object> CompletableFuture<T> answerOfTyping(
            String method,
            CompletableFuture<ImmutableList<Searchable>> graphs,
            T nothing,
            BiFunction<ImmutableList<Searchable>, CancelChecker, T> feature) {
        return requests().computeWith(graphs, method, nothing, feature);
    }

    private <T extends @Nullable Object> BiFunction<View, CancelChecker, T> at(
            Position position, Function<CaretView, T> feature) {
        return (view, cancel) -> {
            int offset = Edits.offset(view, position, client().abilities().encoding());
            return feature.apply(new CaretView(view.snapshot(), view.page(), offset, cancel));
        };
    }

    private static <F, T extends @Nullable Object> CompletableFuture<T> of(
            Optional<F> from, AnswerPool pool, String method, T nothing, BiFunction<F, CancelChecker, T> feature) {
        return from.isEmpty()
                ? CompletableFuture.completedFuture(nothing)
                : pool.compute(method, nothing, cancel -> feature.apply(from.get(), cancel));
    }
}
