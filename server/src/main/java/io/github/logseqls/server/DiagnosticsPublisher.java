package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Diagnostics;
import io.github.logseqls.feature.FileDiagnostics;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.workspace.GraphRoot;
import io.github.logseqls.workspace.View;
import io.github.logseqls.workspace.Workspace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Publishes what is wrong in the open documents and in settings, after a short silence, where it has changed. */
final class DiagnosticsPublisher {

    private static final long SILENCE_MILLIS = 150;

    private final LanguageClient editor;
    private final Encoding encoding;
    private final Supplier<CheckSettings> wanted;
    private final Silence silence = new Silence("logseq-ls-diagnostics", SILENCE_MILLIS, this::publishAll);
    /** What the editor was told last, by document; only the thread of the silence touches it. */
    private final Map<String, List<Diagnostic>> published = new HashMap<>();

    private volatile @Nullable Workspace workspace;

    DiagnosticsPublisher(LanguageClient editor, Encoding encoding, Supplier<CheckSettings> wanted) {
        this.editor = editor;
        this.encoding = encoding;
        this.wanted = wanted;
    }

    void start(Workspace watched) {
        workspace = watched;
        schedule();
    }

    /** Something changed: publish when nothing else does for a while. */
    void schedule() {
        silence.broken();
    }

    void close() {
        silence.close();
    }

    private void publishAll() {
        Workspace watched = workspace;
        if (watched == null) {
            return;
        }
        Set<String> closed = new HashSet<>(published.keySet());
        for (View view : watched.views()) {
            closed.remove(view.uri());
            publish(view.uri(), view.version(), () -> found(view));
        }
        for (GraphRoot root : watched.roots()) {
            Snapshot snapshot = watched.snapshot(root);
            for (PagePath file : GraphRoot.SETTINGS) {
                if (snapshot.graph().finding(file).isPresent()) {
                    String uri = snapshot.pages().uri(file);
                    closed.remove(uri);
                    publish(uri, null, () -> FileDiagnostics.of(snapshot, file, wanted.get(), encoding));
                }
            }
        }
        for (String uri : closed) {
            published.remove(uri);
            editor.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
        }
    }

    private List<Diagnostic> found(View view) {
        return ImmutableList.<Diagnostic>builder()
                .addAll(FileDiagnostics.of(view.snapshot(), view.page().path(), wanted.get(), encoding))
                .addAll(Diagnostics.of(view.snapshot(), view.page(), wanted.get(), encoding))
                .build();
    }

    private void publish(String uri, @Nullable Integer version, Supplier<List<Diagnostic>> diagnostics) {
        try {
            List<Diagnostic> found = diagnostics.get();
            if (!found.equals(published.getOrDefault(uri, List.of()))) {
                published.put(uri, found);
                PublishDiagnosticsParams params = new PublishDiagnosticsParams(uri, found);
                params.setVersion(version);
                editor.publishDiagnostics(params);
            }
        } catch (RuntimeException | StackOverflowError bug) {
            editor.logMessage(new MessageParams(MessageType.Error, "diagnostics of %s failed: %s".formatted(uri, bug)));
        }
    }
}
