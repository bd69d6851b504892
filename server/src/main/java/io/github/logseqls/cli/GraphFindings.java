package io.github.logseqls.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.cli.report.ReportedFinding;
import io.github.logseqls.feature.diagnostics.FileDiagnostics;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Text;
import io.github.logseqls.workspace.FileUris;
import io.github.logseqls.workspace.GraphRoot;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Diagnostic;

/** All that is wrong in one graph, file by file in the order of their paths. */
final class GraphFindings {

    /** How many pages are looked at in parallel before what was found is told. */
    private static final int BATCH = 512;

    private final Snapshot snapshot;
    private final GraphRoot root;
    private final CheckSettings wanted;
    private final Predicate<Path> isWanted;

    /**
     * The findings in a graph.
     *
     * @param isWanted in which files; asked of none without findings
     */
    GraphFindings(Snapshot snapshot, GraphRoot root, CheckSettings wanted, Predicate<Path> isWanted) {
        this.snapshot = snapshot;
        this.root = root;
        this.wanted = wanted;
        this.isWanted = isWanted;
    }

    /** Tells what is wrong in each file, also where nothing is. */
    void forEachFile(Consumer<ImmutableList<ReportedFinding>> found) {
        ImmutableList<PagePath> files = snapshot.graph()
                .files()
                .sorted(Comparator.comparing(PagePath::path))
                .collect(ImmutableList.toImmutableList());
        for (List<PagePath> batch : Lists.partition(files, BATCH)) {
            batch.parallelStream().map(this::of).toList().forEach(found);
        }
    }

    private ImmutableList<ReportedFinding> of(PagePath path) {
        ImmutableList<Diagnostic> found = FileDiagnostics.ofFile(snapshot, path, wanted, Encoding.UTF16);
        if (found.isEmpty() || !isWanted.test(root.file(path))) {
            return ImmutableList.of();
        }
        String shown = ShownPath.of(root.file(path));
        Optional<Text> text = snapshot.page(path)
                .map(page -> page.outline().text())
                .or(() -> snapshot.pages().text(path));
        return found.stream()
                .map(diagnostic -> ReportedFinding.of(shown, diagnostic, line(text, diagnostic), this::shown))
                .collect(ImmutableList.toImmutableList());
    }

    /** The line in which a finding begins; empty for a file that is not read. */
    private static String line(Optional<Text> text, Diagnostic diagnostic) {
        int line = diagnostic.getRange().getStart().getLine();
        return text.filter(known -> line < known.lineCount())
                .map(known -> known.slice(known.line(line)))
                .orElse("");
    }

    private String shown(String uri) {
        return FileUris.path(uri).map(ShownPath::of).orElse(uri);
    }
}
