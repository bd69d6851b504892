package io.github.logseqls.server;

import io.github.logseqls.workspace.WorkspaceListener.ScanProgress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Long work that the editor shows, and that its user can cancel there. */
final class Progress {

    private final LanguageClient editor;
    private final boolean shown;
    private final Map<String, Work> running = new ConcurrentHashMap<>();

    /** Progress for an editor; {@code shown} is whether it takes it. */
    Progress(LanguageClient editor, boolean shown) {
        this.editor = editor;
        this.shown = shown;
    }

    ScanProgress begin(String title) {
        Work work = new Work(UUID.randomUUID().toString());
        running.put(work.token, work);
        if (shown) {
            work.sent = editor.createProgress(new WorkDoneProgressCreateParams(Either.forLeft(work.token)));
        }
        WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
        begin.setTitle(title);
        begin.setCancellable(true);
        begin.setPercentage(0);
        work.notifyEditor(begin);
        return work;
    }

    void cancel(Either<String, Integer> token) {
        if (token.isLeft() && running.containsKey(token.getLeft())) {
            running.get(token.getLeft()).cancelled = true;
        }
    }

    private final class Work implements ScanProgress {

        private final String token;
        private volatile boolean cancelled;
        /** Ends when the editor has taken the work and got all that was told of it so far; fails where it takes none. */
        private CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);

        Work(String token) {
            this.token = token;
        }

        @Override
        public void read(int files, int total) {
            WorkDoneProgressReport report = new WorkDoneProgressReport();
            report.setMessage(files + " of " + total + " files");
            report.setPercentage(total == 0 ? 100 : (int) (100L * files / total));
            notifyEditor(report);
        }

        @Override
        public void done() {
            running.remove(token);
            notifyEditor(new WorkDoneProgressEnd());
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        private void notifyEditor(WorkDoneProgressNotification notification) {
            ProgressParams params = new ProgressParams(Either.forLeft(token), Either.forLeft(notification));
            if (shown) {
                sent = sent.thenRun(() -> editor.notifyProgress(params));
            }
        }
    }
}
