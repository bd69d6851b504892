package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.completion.Completion;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.workspace.GraphSearch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers what may be typed: soon, if there is anything by then in what of the graph has been made ready. */
record CompletionAnswer(Session session, Completion completion) {

    private static final String METHOD = "completion";

    /** Whoever types does not wait for the whole graph: the next character asks again. */
    private static final long PATIENCE_MILLIS = 100;

    /** But behind an empty list editors do not ask again: the first that is none is waited for. */
    private static final long PATIENCE_FOR_ANY_MILLIS = 5000;

    /** The list of what may be typed; an empty one where nothing is completed. */
    static CompletableFuture<Either<List<CompletionItem>, CompletionList>> of(
            Session session, Optional<Completion> completion) {
        CompletableFuture<CompletionList> list = completion
                .map(known -> new CompletionAnswer(session, known).list())
                .orElseGet(() -> CompletableFuture.completedFuture(new CompletionList(ImmutableList.of())));
        return InSteps.of(list, made -> CompletableFuture.completedFuture(Either.forRight(made)));
    }

    private CompletableFuture<CompletionList> list() {
        if (!completion.isSearched()) {
            return of(CompletableFuture.completedFuture(ImmutableList.of()));
        }
        GraphSearch search = session.workspace().search();
        CompletableFuture<ImmutableList<Searchable>> whole = search.withTexts();
        CompletableFuture<Optional<ImmutableList<Searchable>>> soon = whole.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> end =
                new CompletableFuture<Void>().completeOnTimeout(null, PATIENCE_FOR_ANY_MILLIS, TimeUnit.MILLISECONDS);
        return InSteps.of(soon, made -> made.isPresent() ? of(whole) : any(whole, end));
    }

    /** A list that is not empty, as soon as enough texts are known for one. */
    private CompletableFuture<CompletionList> any(
            CompletableFuture<ImmutableList<Searchable>> whole, CompletableFuture<Void> end) {
        if (whole.isDone()) {
            return of(whole);
        }
        CompletableFuture<Void> growth = session.workspace().search().growth();
        CompletableFuture<CompletionList> known = of(
                CompletableFuture.completedFuture(session.workspace().search().asFarAsKnown()));
        return InSteps.of(
                known,
                list -> end.isDone() || !list.getItems().isEmpty()
                        ? CompletableFuture.completedFuture(list)
                        : InSteps.of(CompletableFuture.anyOf(growth, whole, end), more -> any(whole, end)));
    }

    private CompletableFuture<CompletionList> of(CompletableFuture<ImmutableList<Searchable>> graphs) {
        return session.answerOfTyping(
                METHOD,
                graphs,
                new CompletionList(ImmutableList.of()),
                (known, cancel) -> session.listed()
                        .listed(completion.list(index(known), session.now(), session.listedIds(), cancel)));
    }

    private SearchIndex index(ImmutableList<Searchable> graphs) {
        return graphs.stream()
                .filter(graph ->
                        graph.snapshot().uri().equals(completion.snapshot().uri()))
                .map(Searchable::index)
                .findFirst()
                .orElse(SearchIndex.EMPTY);
    }
}
