package io.github.logseqls.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Publishes what is wrong after a short silence, where it has changed, to an editor that does not ask for it. */
final class DiagnosticsPublisher {

    private static final long SILENCE_MILLIS = 150;

    private final LanguageClient editor;
    private final Reports reports;
    private final Silence silence = new Silence("logseq-ls-diagnostics", SILENCE_MILLIS, this::publishAll);
    /** What the editor was told last, by document; only the thread of the silence touches it. */
    private final Map<String, List<Diagnostic>> published = new HashMap<>();

    DiagnosticsPublisher(LanguageClient editor, Reports reports) {
        this.editor = editor;
        this.reports = reports;
    }

    /** Something changed: publish when nothing else does for a while. */
    void schedule() {
        silence.broken();
    }

    void close() {
        silence.close();
    }

    private void publishAll() {
        try {
            Set<String> sound = new HashSet<>(published.keySet());
            Reports.Open open = reports.ofOpen();
            sound.removeAll(open.unknown());
            open.known().forEach(report -> publish(report, sound));
            reports.ofClosed(this::checkStillWanted).forEach(report -> publish(report, sound));
            for (String uri : sound) {
                published.remove(uri);
                editor.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
            }
        } catch (CancellationException changed) {
            // The next look tells of all files; those that are open do not wait for the others.
        } catch (RuntimeException | StackOverflowError bug) {
            editor.logMessage(new MessageParams(MessageType.Error, "diagnostics failed: " + bug));
        }
    }

    private void checkStillWanted() {
        if (silence.isBroken()) {
            throw new CancellationException();
        }
    }

    private void publish(FileReport report, Set<String> sound) {
        sound.remove(report.uri());
        if (!report.found().equals(published.getOrDefault(report.uri(), List.of()))) {
            published.put(report.uri(), report.found());
            PublishDiagnosticsParams params = new PublishDiagnosticsParams(report.uri(), report.found());
            params.setVersion(report.version());
            editor.publishDiagnostics(params);
        }
    }
}
