package io.github.logseqls.server;

import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** The server between {@code initialize} and {@code shutdown}: one editor, its workspace, and the pools that answer. */
final class Session implements Answering {

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

    @Override
    public Client client() {
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

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public AnswerPool requests() {
        return requests;
    }

    @Override
    public AnswerPool walks() {
        return walks;
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
}
