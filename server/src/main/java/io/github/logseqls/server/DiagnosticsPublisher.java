package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Diagnostics;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.workspace.View;
import io.github.logseqls.workspace.Workspace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Publishes what is wrong in the open documents, after a short silence, where it has changed. */
final class DiagnosticsPublisher {

    private static final long SILENCE_MILLIS = 150;

    private final LanguageClient editor;
    private final Encoding encoding;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Threads.named("logseq-ls-diagnostics"));
    /** What the editor was told last, by document; only the timer's thread touches it. */
    private final Map<String, List<Diagnostic>> published = new HashMap<>();

    private volatile @Nullable Workspace workspace;
    private @Nullable ScheduledFuture<?> scheduled;

    DiagnosticsPublisher(LanguageClient editor, Encoding encoding) {
        this.editor = editor;
        this.encoding = encoding;
    }

    void start(Workspace watched) {
        workspace = watched;
        schedule();
    }

    /** Something changed: publish when nothing else does for a while. */
    synchronized void schedule() {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        try {
            scheduled = timer.schedule(this::publishAll, SILENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The session ends; nobody reads diagnostics any more.
        }
    }

    void close() {
        timer.shutdownNow();
    }

    private void publishAll() {
        Workspace watched = workspace;
        if (watched == null) {
            return;
        }
        ImmutableList<View> views = watched.views();
        Set<String> closed = new HashSet<>(published.keySet());
        for (View view : views) {
            closed.remove(view.uri());
            publish(view);
        }
        for (String uri : closed) {
            published.remove(uri);
            editor.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
        }
    }

    private void publish(View view) {
        try {
            List<Diagnostic> found = Diagnostics.of(view.snapshot(), view.page(), encoding);
            if (!found.equals(published.getOrDefault(view.uri(), List.of()))) {
                published.put(view.uri(), found);
                editor.publishDiagnostics(new PublishDiagnosticsParams(view.uri(), found, view.version()));
            }
        } catch (RuntimeException bug) {
            editor.logMessage(
                    new MessageParams(MessageType.Error, "diagnostics of %s failed: %s".formatted(view.uri(), bug)));
        }
    }
}
