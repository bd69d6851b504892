package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.AppPlace;
import io.github.logseqls.feature.Displays;
import io.github.logseqls.feature.DocumentAddress;
import io.github.logseqls.feature.Folding;
import io.github.logseqls.feature.LinkedReferences;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.text.Text;
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
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentResult;
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

    @SuppressWarnings("NullAway") // The protocol's word for no page is null.
    CompletableFuture<@Nullable LinkedReferences> linkedReferences(String uri) {
        return answer(
                "logseq/linkedReferences",
                uri,
                null,
                (view, cancel) -> LinkedReferences.to(
                        view.snapshot(), view.page().title(), client.abilities().encoding(), cancel));
    }

    @SuppressWarnings("NullAway") // The protocol's word for no document is null.
    CompletableFuture<PageDocuments.@Nullable DocumentAnswer> document(PageDocuments.DocumentParams params) {
        return answer("logseq/document", params.textDocument().getUri(), null, (view, cancel) -> {
            Text text = view.page().outline().text();
            int offset = text.offset(
                    Edits.position(params.position()), client.abilities().encoding());
            return DocumentAddress.Kind.of(params.kind())
                    .flatMap(kind -> DocumentAddress.at(view.snapshot(), view.page(), offset, kind))
                    .map(address -> new PageDocuments.DocumentAnswer(address.uri()))
                    .orElse(null);
        });
    }

    CompletableFuture<TextDocumentContentResult> documentContent(String uri) {
        return shown.content(this, uri);
    }

    CompletableFuture<Displays> displays(String uri, Range range) {
        return answer(
                "logseq/displays",
                uri,
                Displays.NONE,
                (view, cancel) -> Displays.in(
                        view.snapshot(),
                        view.page(),
                        Edits.span(
                                view.page().outline().text(),
                                range,
                                client.abilities().encoding()),
                        client.abilities().encoding(),
                        cancel));
    }

    CompletableFuture<FoldStates.CollapsedBlocks> collapsedBlocks(String uri) {
        return answer(
                "logseq/collapsedBlocks",
                uri,
                new FoldStates.CollapsedBlocks(ImmutableList.of()),
                view -> new FoldStates.CollapsedBlocks(
                        Folding.collapsedLines(view.page().outline())));
    }

    @SuppressWarnings("NullAway") // The protocol's word for no place is null.
    CompletableFuture<AppPlaces.@Nullable Place> place(String uri, Position position) {
        return answer("logseq/place", uri, null, view -> {
            Text text = view.page().outline().text();
            AppPlace place = AppPlace.at(
                    view.page(),
                    text.offset(Edits.position(position), client.abilities().encoding()));
            return new AppPlaces.Place(
                    place.page(), place.block().map(BlockId::toString).orElse(null));
        });
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

    /** As {@link #answer}, about a file of a known graph, open or not. */
    <T extends @Nullable Object> CompletableFuture<T> answerOfFile(
            String method, String uri, T nothing, Function<Located, T> feature) {
        Optional<Located> file = workspace.located(uri);
        return file.isEmpty()
                ? CompletableFuture.completedFuture(nothing)
                : compute(method, nothing, cancel -> feature.apply(file.get()));
    }

    /** As {@link #answer}, about all graphs; the feature asks now and then whether it is still wanted. */
    <T extends @Nullable Object> CompletableFuture<T> answerOfGraphs(
            String method, T nothing, BiFunction<ImmutableList<Snapshot>, CancelChecker, T> feature) {
        ImmutableList<Snapshot> graphs = workspace.snapshots();
        return compute(method, nothing, cancel -> feature.apply(graphs, cancel));
    }

    /** As {@link #answerOfGraphs}, when {@code graphs} are there to be searched, for which no thread waits. */
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

    /** As {@link #answerOfFile}; the feature asks now and then whether it is still wanted. */
    <T extends @Nullable Object> CompletableFuture<T> answerOfFile(
            String method, String uri, T nothing, BiFunction<Located, CancelChecker, T> feature) {
        Optional<Located> file = workspace.located(uri);
        return file.isEmpty()
                ? CompletableFuture.completedFuture(nothing)
                : compute(method, nothing, cancel -> feature.apply(file.get(), cancel));
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
