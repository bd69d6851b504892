package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.workspace.Located;
import io.github.logseqls.workspace.View;
import io.github.logseqls.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The server between {@code initialize} and {@code shutdown}: one editor, its workspace, and the pool that answers. */
final class Session {

    private static final long CALM_SECONDS = 5;

    private final LanguageClient editor;
    private final Client client;
    private final Clock clock;
    private final Progress progress;
    private final DiagnosticsPublisher diagnostics;
    private final Refresher refresher;
    private final ShownDocuments shown;
    private final TokenHistory tokens = new TokenHistory();
    private final Workspace workspace;
    private final ExecutorService pool;

    private volatile Preferences preferences;

    Session(LanguageClient editor, Client client, Clock clock) {
        this.editor = editor;
        this.client = client;
        this.clock = clock;
        this.progress = new Progress(editor, client.showsProgress());
        this.diagnostics = new DiagnosticsPublisher(editor, client.abilities().encoding());
        this.refresher = new Refresher(editor, client.refreshes());
        this.shown = new ShownDocuments(editor);
        this.preferences = client.preferences();
        WorkspaceEvents events =
                new WorkspaceEvents(editor, new FileWatching(editor, client), progress, this::workspaceChanged);
        this.workspace = client.watchesFiles() ? new Workspace(events) : Workspace.watching(events);
        this.pool = Executors.newFixedThreadPool(
                Math.max(2, Runtime.getRuntime().availableProcessors()), Threads.named("logseq-ls-request"));
    }

    /** Begins to work; not before the editor said {@code initialized}, since until then it takes no messages. */
    void start(Runnable whenCalm) {
        diagnostics.start(workspace);
        refresher.start(workspace);
        CompletableFuture<?>[] loads =
                client.folders().stream().map(workspace::addFolder).toArray(CompletableFuture[]::new);
        var unused = CompletableFuture.allOf(loads)
                .thenRunAsync(whenCalm, CompletableFuture.delayedExecutor(CALM_SECONDS, TimeUnit.SECONDS));
    }

    void close() {
        workspace.close();
        diagnostics.close();
        refresher.close();
        pool.shutdownNow();
    }

    /** The editor shows a document no more. */
    void close(String uri) {
        workspace.close(uri);
        tokens.forget(uri);
    }

    LanguageClient editor() {
        return editor;
    }

    Client client() {
        return client;
    }

    /** The day where the user is. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    Workspace workspace() {
        return workspace;
    }

    TokenHistory tokens() {
        return tokens;
    }

    Preferences preferences() {
        return preferences;
    }

    /** The user wants to see something else from now on. */
    void prefer(Preferences wanted) {
        preferences = wanted;
        refresher.refresh();
    }

    private void workspaceChanged() {
        diagnostics.schedule();
        refresher.schedule();
        if (client.abilities().jumps().documents()) {
            shown.changed();
        }
    }

    void cancelProgress(Either<String, Integer> token) {
        progress.cancel(token);
    }

    CompletableFuture<TextDocumentContentResult> documentContent(String uri) {
        return shown.content(this, uri);
    }

    /**
     * Computes an answer on the pool, from the document and its graph as they are now: the caller's thread is the one that
     * applies edits, so the answer sees all edits sent before the request and none sent after.
     *
     * @param nothing the answer for a document that is not open, and where a bug strikes
     */
    <T extends @Nullable Object> CompletableFuture<T> answer(
            String method, String uri, T nothing, Function<View, T> feature) {
        return answer(method, uri, nothing, (view, cancel) -> feature.apply(view));
    }

    /** As {@link #answer}; the feature asks now and then whether it is still wanted. */
    <T extends @Nullable Object> CompletableFuture<T> answer(
            String method, String uri, T nothing, BiFunction<View, CancelChecker, T> feature) {
        Optional<View> view = workspace.view(uri);
        return view.isEmpty()
                ? CompletableFuture.completedFuture(nothing)
                : compute(method, nothing, cancel -> feature.apply(view.get(), cancel));
    }

    /** As {@link #answer}, about a place in the document. */
    <T extends @Nullable Object> CompletableFuture<T> answerAt(
            String method,
            TextDocumentIdentifier document,
            Position position,
            T nothing,
            Function<CaretView, T> feature) {
        return answer(method, document.getUri(), nothing, (view, cancel) -> {
            int offset = Edits.offset(view, position, client.abilities().encoding());
            return feature.apply(new CaretView(view.snapshot(), view.page(), offset, cancel));
        });
    }

    /** As {@link #answer}, about a file of a known graph, open or not. */
    <T extends @Nullable Object> CompletableFuture<T> answerOfFile(
            String method, String uri, T nothing, Function<Located, T> feature) {
        return answerOfFile(method, uri, nothing, (file, cancel) -> feature.apply(file));
    }

    /** As {@link #answerOfFile}; the feature asks now and then whether it is still wanted. */
    <T extends @Nullable Object> CompletableFuture<T> answerOfFile(
            String method, String uri, T nothing, BiFunction<Located, CancelChecker, T> feature) {
        Optional<Located> file = workspace.located(uri);
        return file.isEmpty()
                ? CompletableFuture.completedFuture(nothing)
                : compute(method, nothing, cancel -> feature.apply(file.get(), cancel));
    }

    /** As {@link #answer}, about all graphs, when {@code graphs} are there to be searched, for which no thread waits. */
    <T extends @Nullable Object> CompletableFuture<T> answerOfSearch(
            String method,
            CompletableFuture<ImmutableList<Searchable>> graphs,
            T nothing,
            BiFunction<ImmutableList<Searchable>, CancelChecker, T> feature) {
        CompletableFuture<CancelChecker> start = new CompletableFuture<>();
        CompletableFuture<T> answer = start.thenCombineAsync(
                graphs, (cancel, ready) -> guarded(method, nothing, cancel, c -> feature.apply(ready, c)), pool);
        start.complete(new CompletableFutures.FutureCancelChecker(answer));
        return answer;
    }

    private <T extends @Nullable Object> CompletableFuture<T> compute(
            String method, T nothing, Function<CancelChecker, T> feature) {
        return CompletableFutures.computeAsync(pool, cancel -> guarded(method, nothing, cancel, feature));
    }

    private <T extends @Nullable Object> T guarded(
            String method, T nothing, CancelChecker cancel, Function<CancelChecker, T> feature) {
        cancel.checkCanceled();
        try {
            return feature.apply(cancel);
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (RuntimeException | StackOverflowError bug) {
            log("%s failed: %s".formatted(method, bug));
            return nothing;
        }
    }

    private void log(String message) {
        editor.logMessage(new MessageParams(MessageType.Error, message));
    }
}
