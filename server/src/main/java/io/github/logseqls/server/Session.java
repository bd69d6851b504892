package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.fix.Given;
import io.github.logseqls.fix.Sources;
import io.github.logseqls.graph.History;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.workspace.Located;
import io.github.logseqls.workspace.View;
import io.github.logseqls.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The server between {@code initialize} and {@code shutdown}: one editor, its workspace, and the pools that answer. */
final class Session {

    private static final long CALM_SECONDS = 5;

    private final LanguageClient editor;
    private final Client client;
    private final Clock clock;
    private final Progress progress;
    private final DiagnosticsPublisher publisher;
    private final PulledReports pulled;
    private final Refresher refresher;
    private final ShownDocuments shown;
    private final TokenHistory tokens = new TokenHistory();
    private final FreshIds listedIds = new FreshIds(UUID.randomUUID());
    private final OwnMoves moves;
    private final ListedReferences listed;
    private final Workspace workspace;
    private final AnswerPool requests;
    /** For what goes through however many pages, so that nobody at the caret waits for that. */
    private final AnswerPool walks;

    private volatile Preferences preferences;

    Session(LanguageClient editor, Client client, Clock clock) {
        this.editor = editor;
        this.client = client;
        this.clock = clock;
        this.moves = new OwnMoves(clock);
        this.listed = new ListedReferences(id -> {
            var unused = new ChangeToMake(this).idWritten(id);
        });
        this.preferences = client.preferences();
        this.progress = new Progress(editor, client.showsProgress());
        this.refresher = new Refresher(editor, client.refreshes());
        this.shown = new ShownDocuments(editor);
        WorkspaceEvents events =
                new WorkspaceEvents(editor, new FileWatching(editor, client), progress, this::workspaceChanged);
        this.workspace = client.watchesFiles() ? new Workspace(events) : Workspace.watching(events);
        this.requests = new AnswerPool("logseq-ls-request", editor);
        this.walks = new AnswerPool("logseq-ls-walk", editor);
        Reports reports = new Reports(workspace, client.abilities().encoding(), this::preferences);
        this.publisher = new DiagnosticsPublisher(editor, reports);
        this.pulled = new PulledReports(editor, workspace, reports, walks);
    }

    /** Begins to work; not before the editor said {@code initialized}, since until then it takes no messages. */
    void start(Runnable whenCalm) {
        diagnosticsChanged();
        refresher.start(workspace);
        CompletableFuture<?>[] loads =
                client.folders().stream().map(workspace::addFolder).toArray(CompletableFuture[]::new);
        var unused = CompletableFuture.allOf(loads)
                .thenRunAsync(whenCalm, CompletableFuture.delayedExecutor(CALM_SECONDS, TimeUnit.SECONDS));
    }

    void close() {
        workspace.close();
        publisher.close();
        pulled.close();
        shown.close();
        refresher.close();
        requests.close();
        walks.close();
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

    /** The time there. */
    LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /** The ids that blocks without one are listed with: the same as long as the session lasts. */
    FreshIds listedIds() {
        return listedIds;
    }

    Workspace workspace() {
        return workspace;
    }

    TokenHistory tokens() {
        return tokens;
    }

    /** The files that edits of ours rename. */
    OwnMoves moves() {
        return moves;
    }

    ListedReferences listed() {
        return listed;
    }

    Preferences preferences() {
        return preferences;
    }

    /** What findings are mended by, in the graph of a document. */
    Given given(View view, CancelChecker cancel) {
        return given(view, cancel, () -> workspace.search().texts(view.snapshot()));
    }

    /** The same for who waits until all texts are known. */
    Given givenInFull(View view, CancelChecker cancel) {
        return given(view, cancel, () -> workspace.search().allTexts(view.snapshot()));
    }

    private Given given(View view, CancelChecker cancel, Supplier<SearchIndex> texts) {
        Preferences wanted = preferences;
        return new Given(
                view.snapshot(),
                view.snapshot().graph().config().checks().overriddenBy(wanted.checks()),
                new FreshIds(UUID.randomUUID()),
                new Sources(
                        texts,
                        wanted.isTrusting() ? workspace.history(view.uri(), cancel::checkCanceled) : History.NONE,
                        cancel::checkCanceled));
    }

    /** Whether the documents of a graph that are open have not been edited since. */
    boolean isAsNow(Snapshot snapshot) {
        return workspace.views().stream()
                .filter(view -> view.snapshot().uri().equals(snapshot.uri()))
                .allMatch(view -> snapshot.pages().version(view.page().path()).equals(OptionalInt.of(view.version())));
    }

    /** Tells the user why something was not done. */
    void refuse(String why) {
        editor.showMessage(new MessageParams(MessageType.Warning, why));
    }

    /** The user wants to see something else from now on. */
    void prefer(Preferences wanted) {
        preferences = wanted;
        diagnosticsChanged();
        refresher.refresh();
    }

    private void workspaceChanged() {
        diagnosticsChanged();
        refresher.schedule();
        if (client.abilities().jumps().documents()) {
            shown.changed();
        }
    }

    /** An editor either asks or is told, never both. */
    private void diagnosticsChanged() {
        if (client.pullsDiagnostics()) {
            pulled.changed();
        } else {
            publisher.schedule();
        }
    }

    /** The answers to an editor that asks what is wrong. */
    PulledReports pulled() {
        return pulled;
    }

    void cancelProgress(Either<String, Integer> token) {
        progress.cancel(token);
    }

    CompletableFuture<TextDocumentContentResult> documentContent(String uri) {
        return shown.content(this, uri);
    }

    /**
     * Applies an edit. Where a bug strikes, what the editor has is not known any more: then the file on disk is what counts, until
     * the editor opens the document again.
     */
    void change(String uri, int version, UnaryOperator<Outline> edits) {
        try {
            workspace.change(uri, version, edits);
        } catch (RuntimeException | StackOverflowError bug) {
            close(uri);
            editor.logMessage(new MessageParams(MessageType.Error, "an edit of %s failed: %s".formatted(uri, bug)));
            editor.showMessage(new MessageParams(
                    MessageType.Error,
                    "logseq-ls lost track of an edit in %s. Save the file, close it and open it again."
                            .formatted(uri.substring(uri.lastIndexOf('/') + 1))));
        }
    }

    /**
     * Computes an answer from the document and its graph as they are now: the caller's thread is the one that applies edits, so
     * the answer sees all edits sent before the request and none sent after.
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
        return of(workspace.view(uri), requests, method, nothing, feature);
    }

    /** As {@link #answer}, about a place in the document. */
    <T extends @Nullable Object> CompletableFuture<T> answerAt(
            String method,
            TextDocumentIdentifier document,
            Position position,
            T nothing,
            Function<CaretView, T> feature) {
        return answer(method, document.getUri(), nothing, at(position, feature));
    }

    /** As {@link #answer}, about a file of a known graph, open or not. */
    <T extends @Nullable Object> CompletableFuture<T> answerOfFile(
            String method, String uri, T nothing, Function<Located, T> feature) {
        return of(workspace.located(uri), requests, method, nothing, (file, cancel) -> feature.apply(file));
    }

    /** As {@link #answer}, by going through however many pages. */
    <T extends @Nullable Object> CompletableFuture<T> walk(
            String method, String uri, T nothing, BiFunction<View, CancelChecker, T> feature) {
        return of(workspace.view(uri), walks, method, nothing, feature);
    }

    /** As {@link #answerAt}, likewise. */
    <T extends @Nullable Object> CompletableFuture<T> walkAt(
            String method,
            TextDocumentIdentifier document,
            Position position,
            T nothing,
            Function<CaretView, T> feature) {
        return walk(method, document.getUri(), nothing, at(position, feature));
    }

    /** As {@link #answerOfFile}, likewise. */
    <T extends @Nullable Object> CompletableFuture<T> walkOfFile(
            String method, String uri, T nothing, BiFunction<Located, CancelChecker, T> feature) {
        return of(workspace.located(uri), walks, method, nothing, feature);
    }

    /** As {@link #walk}, about all graphs, when {@code graphs} are there to be searched, for which no thread waits. */
    <T extends @Nullable Object> CompletableFuture<T> answerOfSearch(
            String method,
            CompletableFuture<ImmutableList<Searchable>> graphs,
            T nothing,
            BiFunction<ImmutableList<Searchable>, CancelChecker, T> feature) {
        return walks.computeWith(graphs, method, nothing, feature);
    }

    /** As {@link #answerOfSearch}, for somebody who types and waits for it. */
    <T extends @Nullable Object> CompletableFuture<T> answerOfTyping(
            String method,
            CompletableFuture<ImmutableList<Searchable>> graphs,
            T nothing,
            BiFunction<ImmutableList<Searchable>, CancelChecker, T> feature) {
        return requests.computeWith(graphs, method, nothing, feature);
    }

    private <T extends @Nullable Object> BiFunction<View, CancelChecker, T> at(
            Position position, Function<CaretView, T> feature) {
        return (view, cancel) -> {
            int offset = Edits.offset(view, position, client.abilities().encoding());
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
