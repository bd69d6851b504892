package io.github.logseqls.server;

import io.github.logseqls.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Publishes what is wrong after a short silence, where it has changed, to an editor that does not ask for it. What is open does
 * not wait for a look at all the files that are not.
 */
final class DiagnosticsPublisher {

    private static final long SILENCE_MILLIS = 150;
    private static final long SILENCE_OF_CLOSED_MILLIS = 500;

    private final LanguageClient editor;
    private final Workspace workspace;
    private final Reports reports;
    private final Silence open = new Silence("logseq-ls-diagnostics", SILENCE_MILLIS, this::publishOpen);
    private final Silence closed =
            new Silence("logseq-ls-graph-diagnostics", SILENCE_OF_CLOSED_MILLIS, this::publishClosed);
    /** What the editor was told last of each document that is open. */
    private final Map<String, List<Diagnostic>> toldOfOpen = new ConcurrentHashMap<>();
    /** The same of each other file, where something was wrong. */
    private final Map<String, List<Diagnostic>> toldOfClosed = new ConcurrentHashMap<>();

    DiagnosticsPublisher(LanguageClient editor, Workspace workspace, Reports reports) {
        this.editor = editor;
        this.workspace = workspace;
        this.reports = reports;
    }

    /** Something changed: publish when nothing else does for a while. */
    void schedule() {
        open.broken();
        closed.broken();
    }

    void close() {
        open.close();
        closed.close();
    }

    private void publishOpen() {
        publish(
                () -> {
                    List<FileReport> found = reports.ofOpen();
                    // From now on its findings are told of as those of an open document.
                    found.forEach(report -> {
                        List<Diagnostic> told = toldOfClosed.remove(report.uri());
                        if (told != null) {
                            toldOfOpen.put(report.uri(), told);
                        }
                    });
                    return found;
                },
                toldOfOpen,
                uri -> !toldOfClosed.containsKey(uri));
    }

    private void publishClosed() {
        publish(
                () -> reports.ofClosed(() -> {}),
                toldOfClosed,
                uri -> workspace.view(uri).isEmpty());
    }

    private void publish(
            Supplier<List<FileReport>> look, Map<String, List<Diagnostic>> told, Predicate<String> isStillSo) {
        try {
            List<FileReport> found = look.get();
            Set<String> sound = new HashSet<>(told.keySet());
            for (FileReport report : found) {
                sound.remove(report.uri());
                boolean isNews = !report.found().equals(told.getOrDefault(report.uri(), List.of()));
                if (isNews && isStillSo.test(report.uri())) {
                    told.put(report.uri(), report.found());
                    PublishDiagnosticsParams params = new PublishDiagnosticsParams(report.uri(), report.found());
                    params.setVersion(report.version());
                    editor.publishDiagnostics(params);
                }
            }
            for (String uri : sound) {
                if (told.remove(uri) != null && isStillSo.test(uri)) {
                    editor.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
                }
            }
        } catch (RuntimeException | StackOverflowError bug) {
            editor.logMessage(new MessageParams(MessageType.Error, "diagnostics failed: " + bug));
        }
    }
}
