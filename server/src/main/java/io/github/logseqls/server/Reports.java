package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.feature.diagnostics.FileDiagnostics;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.workspace.GraphRoot;
import io.github.logseqls.workspace.Located;
import io.github.logseqls.workspace.View;
import io.github.logseqls.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * What is wrong in the files that the user wants to hear of. Of a graph that is the same object as at the last look the closed
 * files are not looked at again: while prose is typed it is.
 */
final class Reports {

    private final Workspace workspace;
    private final Encoding encoding;
    private final Supplier<Preferences> preferences;
    private final Map<GraphRoot, Look> looks = new HashMap<>();

    /**
     * A look at a graph.
     *
     * @param by what the user wanted
     * @param open the documents that were open, which were passed over
     * @param found what was found in all others, by address
     */
    private record Look(
            Graph graph, Preferences by, ImmutableSet<String> open, ImmutableMap<String, FileReport> found) {}

    Reports(Workspace workspace, Encoding encoding, Supplier<Preferences> preferences) {
        this.workspace = workspace;
        this.encoding = encoding;
        this.preferences = preferences;
    }

    /**
     * The documents that are open.
     *
     * @param known the reports on those in graphs that have been read
     * @param unknown the addresses of all others: what was said of them before may hold as well as not
     */
    record Open(ImmutableList<FileReport> known, ImmutableSet<String> unknown) {}

    /** On each document that is open. */
    Open ofOpen() {
        ImmutableList.Builder<FileReport> known = ImmutableList.builder();
        ImmutableSet.Builder<String> unknown = ImmutableSet.builder();
        for (View view : workspace.views()) {
            if (isBeingRead(view.snapshot().graph())) {
                unknown.add(view.uri());
            } else {
                known.add(of(view));
            }
        }
        return new Open(known.build(), unknown.build());
    }

    /** Whether nothing can be said of a graph yet, be it for the first time or again. */
    static boolean isBeingRead(Graph graph) {
        return graph.extent() == Graph.Extent.LOADING;
    }

    /** On a file that an editor asks for: one that was just closed too, if the user wants to hear of closed ones. */
    FileReport of(Located file) {
        Preferences wanted = preferences.get();
        boolean isWanted = wanted.scope() == Preferences.Scope.GRAPH
                || GraphRoot.SETTINGS.contains(file.path())
                || file.snapshot().pages().version(file.path()).isPresent();
        return isWanted
                ? of(file.snapshot(), file.path(), wanted)
                : new FileReport(file.snapshot().pages().uri(file.path()), null, ImmutableList.of());
    }

    /** On the files that are not open and in which something was found: the settings of graphs, and where the user wants it all. */
    synchronized ImmutableList<FileReport> ofClosed(CancelChecker cancel) {
        ImmutableSet<String> open = workspace.views().stream().map(View::uri).collect(ImmutableSet.toImmutableSet());
        ImmutableList<GraphRoot> roots = workspace.roots();
        looks.keySet().retainAll(roots);
        ImmutableList.Builder<FileReport> found = ImmutableList.builder();
        for (GraphRoot root : roots) {
            Look look = look(workspace.snapshot(root), Optional.ofNullable(looks.get(root)), open, cancel);
            looks.put(root, look);
            found.addAll(look.found().values());
        }
        return found.build();
    }

    @SuppressWarnings("ReferenceEquality") // A graph that is the same object has not changed.
    private Look look(Snapshot snapshot, Optional<Look> last, ImmutableSet<String> open, CancelChecker cancel) {
        Preferences wanted = preferences.get();
        Graph graph = snapshot.graph();
        Optional<Look> same =
                last.filter(look -> look.graph() == graph && look.by().equals(wanted));
        if (same.filter(look -> look.open().equals(open)).isPresent()) {
            return same.get();
        }
        if (isBeingRead(graph) && last.isPresent()) {
            // It is read again, for other settings say: until that is done nothing that was found goes, only to come
            // back.
            return last.get();
        }
        ImmutableMap.Builder<String, FileReport> found = ImmutableMap.builder();
        files(graph, wanted.scope()).forEach(path -> {
            cancel.checkCanceled();
            String uri = snapshot.pages().uri(path);
            if (open.contains(uri)) {
                return;
            }
            FileReport report = same.filter(look -> !look.open().contains(uri)).isPresent()
                    ? same.get().found().get(uri)
                    : of(snapshot, path, wanted);
            if (report != null && !report.found().isEmpty()) {
                found.put(uri, report);
            }
        });
        return new Look(graph, wanted, open, found.buildOrThrow());
    }

    private static Stream<PagePath> files(Graph graph, Preferences.Scope scope) {
        return scope == Preferences.Scope.OPEN_FILES
                ? GraphRoot.SETTINGS.stream()
                : Stream.concat(GraphRoot.SETTINGS.stream(), graph.files()).distinct();
    }

    private FileReport of(View view) {
        return new FileReport(
                view.uri(),
                view.version(),
                FileDiagnostics.ofFile(
                        view.snapshot(), view.page().path(), preferences.get().checks(), encoding));
    }

    private FileReport of(Snapshot snapshot, PagePath path, Preferences wanted) {
        return new FileReport(
                snapshot.pages().uri(path), null, FileDiagnostics.ofFile(snapshot, path, wanted.checks(), encoding));
    }
}
