package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.workspace.Workspace;
import java.util.List;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Has the editor ask again for what it shows beside the text, when a graph is another than it was. Prose that is typed leaves
 * the graph what it is, and names that are typed are told of after a silence: an editor asks again by itself for the document
 * that is edited.
 */
final class Refresher {

    private static final long SILENCE_MILLIS = 500;

    private final LanguageClient editor;
    private final Client.Refreshes can;
    private final Silence silence = new Silence("logseq-ls-refresh", SILENCE_MILLIS, this::look);
    /** The graphs at the last look; only the thread of the silence touches them. */
    private List<Graph> seen = List.of();

    private volatile @Nullable Workspace workspace;

    Refresher(LanguageClient editor, Client.Refreshes can) {
        this.editor = editor;
        this.can = can;
    }

    void start(Workspace watched) {
        workspace = watched;
        schedule();
    }

    /** Something changed in the workspace: look at it when nothing else does for a while. */
    void schedule() {
        if (can.hints() || can.lenses() || can.tokens() || can.diagnostics()) {
            silence.broken();
        }
    }

    /** Has the editor ask again at once. */
    void refresh() {
        if (can.hints()) {
            var unused = editor.refreshInlayHints();
        }
        if (can.lenses()) {
            var unused = editor.refreshCodeLenses();
        }
        if (can.tokens()) {
            var unused = editor.refreshSemanticTokens();
        }
        if (can.diagnostics()) {
            var unused = editor.refreshDiagnostics();
        }
    }

    void close() {
        silence.close();
    }

    @SuppressWarnings("ReferenceEquality") // A graph that is the same object has not changed.
    private void look() {
        Workspace watched = workspace;
        if (watched == null) {
            return;
        }
        List<Graph> now = watched.snapshots().stream().map(Snapshot::graph).toList();
        boolean same = now.size() == seen.size();
        for (int i = 0; i < now.size() && same; i++) {
            same = now.get(i) == seen.get(i);
        }
        seen = ImmutableList.copyOf(now);
        if (!same) {
            refresh();
        }
    }
}
