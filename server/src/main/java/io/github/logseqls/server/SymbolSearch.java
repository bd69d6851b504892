package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.structure.WorkspaceSymbols;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.workspace.GraphSearch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Looks for symbols in all graphs. The first time the files have to be read for that: an editor that takes an answer in parts
 * gets the pages at once, any other one waits for all of it.
 */
record SymbolSearch(Session session, String query) {

    private static final String METHOD = "workspace/symbol";

    /** All of the answer in one. */
    CompletableFuture<List<? extends WorkspaceSymbol>> whole() {
        return session.answerOfSearch(
                METHOD,
                session.workspace().search().withTexts(),
                ImmutableList.of(),
                (graphs, cancel) -> WorkspaceSymbols.of(graphs, query, abilities(), cancel));
    }

    /** The answer in parts: all of it is sent before the future completes with nothing. */
    CompletableFuture<List<? extends WorkspaceSymbol>> inParts(Either<String, Integer> token) {
        GraphSearch search = session.workspace().search();
        CompletableFuture<ImmutableList<Searchable>> names = search.withNames();
        CompletableFuture<ImmutableList<Searchable>> texts = search.withTexts();
        CompletableFuture<Boolean> pages = session.answerOfSearch(METHOD, names, false, (graphs, cancel) -> {
            send(token, WorkspaceSymbols.pages(graphs, query, abilities(), cancel));
            return true;
        });
        return session.answerOfSearch(
                METHOD, pages.thenCombine(texts, (sent, all) -> all), ImmutableList.of(), (graphs, cancel) -> {
                    send(token, WorkspaceSymbols.blocks(graphs, query, abilities(), cancel));
                    return ImmutableList.of();
                });
    }

    private void send(Either<String, Integer> token, List<WorkspaceSymbol> part) {
        if (!part.isEmpty()) {
            session.editor().notifyProgress(new ProgressParams(token, Either.forRight(part)));
        }
    }

    private ClientAbilities abilities() {
        return session.client().abilities();
    }
}
