package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.feature.DocumentAddress;
import io.github.logseqls.feature.reading.ReadOnlyDocument;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.workspace.FileUris;
import io.github.logseqls.workspace.GraphSearch;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.TextDocumentContentRefreshParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * The documents made to be read that an editor has asked for: it is told to ask again when something has changed and then nothing
 * for a while.
 */
final class ShownDocuments {

    private static final int MOST = 20;
    private static final long SILENCE_MILLIS = 1000;

    private final LanguageClient editor;
    private final Silence silence = new Silence("logseq-ls-documents", SILENCE_MILLIS, this::refresh);
    /** The addresses that were asked for last. */
    private final Set<String> asked = new LinkedHashSet<>();

    ShownDocuments(LanguageClient editor) {
        this.editor = editor;
    }

    /** What a document holds; a sentence where there is none of that address. */
    CompletableFuture<TextDocumentContentResult> content(Session session, String uri) {
        Optional<DocumentAddress> address = DocumentAddress.parse(uri);
        TextDocumentContentResult nothing = new TextDocumentContentResult("_No open graph has this document._\n");
        if (address.isEmpty()) {
            return CompletableFuture.completedFuture(nothing);
        }
        remember(uri);
        GraphSearch search = session.workspace().search();
        CompletableFuture<ImmutableList<Searchable>> graphs =
                address.get().kind() == DocumentAddress.Kind.UNLINKED_MENTIONS
                        ? search.withTexts()
                        : CompletableFuture.completedFuture(search.asFarAsKnown());
        return session.answerOfSearch(
                "workspace/textDocumentContent",
                graphs,
                nothing,
                (all, cancel) -> all.stream()
                        .filter(graph -> isIn(graph, address.get()))
                        .findFirst()
                        .map(graph -> new TextDocumentContentResult(ReadOnlyDocument.of(graph, address.get(), cancel)))
                        .orElse(nothing));
    }

    /** Something changed that documents may show. */
    void changed() {
        if (!addresses().isEmpty()) {
            silence.broken();
        }
    }

    void close() {
        silence.close();
    }

    private void refresh() {
        for (String uri : addresses()) {
            var unused = editor.refreshTextDocumentContent(new TextDocumentContentRefreshParams(uri));
        }
    }

    private synchronized ImmutableSet<String> addresses() {
        return ImmutableSet.copyOf(asked);
    }

    private synchronized void remember(String uri) {
        asked.remove(uri);
        asked.add(uri);
        if (asked.size() > MOST) {
            asked.remove(asked.iterator().next());
        }
    }

    private static boolean isIn(Searchable graph, DocumentAddress address) {
        return graph.snapshot().graph().extent() != Graph.Extent.SINGLE_FILE
                && FileUris.path(address.graph())
                        .equals(FileUris.path(graph.snapshot().uri()));
    }
}
