package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Completion;
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

/** Answers what may be typed: soon in any case, from what of the graph has been made ready for that by then. */
record CompletionAnswer(Session session, Completion completion) {

    private static final String METHOD = "completion";

    /** Whoever types does not wait for the whole graph: the next character asks again. */
    private static final long PATIENCE_MILLIS = 150;

    /** The list of what may be typed; an empty one where nothing is completed. */
    static CompletableFuture<Either<List<CompletionItem>, CompletionList>> of(
            Session session, Optional<Completion> completion) {
        return completion
                .map(known -> new CompletionAnswer(session, known).list())
                .orElseGet(() -> CompletableFuture.completedFuture(nothing()));
    }

    private CompletableFuture<Either<List<CompletionItem>, CompletionList>> list() {
        return session.answerOfTyping(
                METHOD,
                graphs(),
                nothing(),
                (graphs, cancel) ->
                        Either.forRight(completion.list(index(graphs), session.now(), session.listedIds(), cancel)));
    }

    private static Either<List<CompletionItem>, CompletionList> nothing() {
        return Either.forRight(new CompletionList(ImmutableList.of()));
    }

    private CompletableFuture<ImmutableList<Searchable>> graphs() {
        GraphSearch search = session.workspace().search();
        return completion.isSearched()
                ? search.withTexts()
                        .thenApply(Optional::of)
                        .completeOnTimeout(Optional.empty(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                        .thenApply(made -> made.orElseGet(search::asFarAsKnown))
                : CompletableFuture.completedFuture(ImmutableList.of());
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
