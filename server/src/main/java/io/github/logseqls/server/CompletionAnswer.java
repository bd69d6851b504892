package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Completion;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.workspace.GraphSearch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionList;

/** Answers what may be typed: soon in any case, from what of the graph has been made ready for that by then. */
record CompletionAnswer(Session session, Completion completion) {

    private static final String METHOD = "completion";

    /** Whoever types does not wait for the whole graph: the next character asks again. */
    private static final long PATIENCE_MILLIS = 150;

    CompletableFuture<CompletionList> list() {
        return session.answerOfTyping(
                METHOD,
                graphs(),
                new CompletionList(ImmutableList.of()),
                (graphs, cancel) -> completion.list(index(graphs), session.now(), session.listedIds(), cancel));
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
