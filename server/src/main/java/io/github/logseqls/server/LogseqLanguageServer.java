package io.github.logseqls.server;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The server's life, from {@code initialize} to {@code exit}; what lies between is the {@link Session}'s. */
final class LogseqLanguageServer implements LanguageServer, LanguageClientAware {

    private final IntConsumer exit;
    private final Runnable whenCalm;
    private final TextDocumentService documents = new DocumentRequests(this::session);
    private final WorkspaceService workspaceRequests = new WorkspaceRequests(this::session);
    private final LogseqService logseq = new LogseqRequests(this::session);

    private volatile @Nullable LanguageClient editor;
    private volatile @Nullable Session session;
    private volatile boolean shutDown;

    /**
     * A server that has not heard of its editor yet.
     *
     * @param exit ends the process with an exit code
     * @param whenCalm what can wait until the editor's folders are read and a while after
     */
    LogseqLanguageServer(IntConsumer exit, Runnable whenCalm) {
        this.exit = exit;
        this.whenCalm = whenCalm;
    }

    @Override
    public void connect(LanguageClient client) {
        editor = client;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        LanguageClient connected = editor;
        if (connected == null || session != null) {
            return CompletableFuture.failedFuture(
                    error(ResponseErrorCode.InvalidRequest, "The server is initialized already."));
        }
        Session started = new Session(connected, Client.of(params), Clock.system(ZoneId.systemDefault()));
        session = started;
        exitWithEditor(params.getProcessId());
        return CompletableFuture.completedFuture(new InitializeResult(
                Capabilities.of(started.client()), new ServerInfo("logseq-ls", Version.current())));
    }

    @Override
    public void initialized(InitializedParams params) {
        session().start(whenCalm);
    }

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for done is null.
    public CompletableFuture<Object> shutdown() {
        session().close();
        shutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        exit.accept(shutDown ? 0 : 1);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspaceRequests;
    }

    /** What is asked beside the protocol. */
    LogseqService logseq() {
        return logseq;
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // Nothing here is traced; the editor can trace the messages themselves.
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        session().cancelProgress(params.getToken());
    }

    /** The session; an editor that asks before {@code initialize} gets the error that the protocol names for it. */
    private Session session() {
        Session current = session;
        if (current == null) {
            throw error(ResponseErrorCode.ServerNotInitialized, "The server is not initialized yet.");
        }
        if (shutDown) {
            throw error(ResponseErrorCode.InvalidRequest, "The server is shut down.");
        }
        return current;
    }

    private static ResponseErrorException error(ResponseErrorCode code, String message) {
        return new ResponseErrorException(new ResponseError(code, message, null));
    }

    /** Ends with the editor. In a container the editor's process is often not visible: then only stdin tells. */
    private void exitWithEditor(@Nullable Integer processId) {
        if (processId != null && processId != ProcessHandle.current().pid()) {
            ProcessHandle.of(processId).ifPresent(process -> {
                var unused = process.onExit().thenRun(this::exit);
            });
        }
    }
}
