package io.github.logseqls.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import io.github.logseqls.feature.Diagnostics;
import io.github.logseqls.feature.FileDiagnostics;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.workspace.GraphRoot;
import io.github.logseqls.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what is wrong in a graph. */
@Command(
        name = "check",
        description = "Prints what is wrong with the files, ids and references of a graph.",
        mixinStandardHelpOptions = true,
        versionProvider = LogseqLs.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no warning and no error was found",
            "1:some were found",
            "2:the command was misused, or a file could not be read"
        })
final class Check implements Callable<Integer> {

    /** How many pages are looked at in parallel before what was found is printed. */
    private static final int BATCH = 512;

    @Parameters(paramLabel = "GRAPH", description = "The folder of the graph.")
    private Path graph = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Path> folder = GraphArgument.folder(graph, err);
        if (folder.isEmpty()) {
            return 2;
        }
        AtomicInteger unreadable = new AtomicInteger();
        try (Workspace workspace = new Workspace(new OneScanListener((file, why) -> {
            unreadable.incrementAndGet();
            err.println(Printable.of("logseq-ls: cannot read " + file + ": " + why));
        }))) {
            GraphRoot root = workspace.loadFolder(folder.get()).get();
            int problems = print(workspace.snapshot(root), root, out);
            out.flush();
            return unreadable.get() > 0 ? 2 : problems > 0 ? 1 : 0;
        }
    }

    private static int print(Snapshot snapshot, GraphRoot root, PrintWriter out) {
        Graph graph = snapshot.graph();
        ImmutableList<PagePath> files = Stream.concat(Streams.stream(graph.paths()), graph.findings().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(PagePath::path))
                .collect(ImmutableList.toImmutableList());
        Path here = Path.of("").toAbsolutePath();
        int errors = 0;
        int warnings = 0;
        for (List<PagePath> batch : Lists.partition(files, BATCH)) {
            List<FileFindings> found = batch.parallelStream()
                    .map(path -> new FileFindings(path, findings(snapshot, path)))
                    .toList();
            for (FileFindings of : found) {
                for (Diagnostic finding : of.findings()) {
                    Path file = root.file(of.path());
                    String shown = (file.startsWith(here) ? here.relativize(file) : file).toString();
                    out.println(Printable.of(line(shown, finding)));
                    errors += finding.getSeverity() == DiagnosticSeverity.Error ? 1 : 0;
                    warnings += finding.getSeverity() == DiagnosticSeverity.Warning ? 1 : 0;
                }
            }
        }
        long pages = files.stream().filter(graph::isPage).count();
        out.printf("%s and %s in %s%n", count(errors, "error"), count(warnings, "warning"), count(pages, "page"));
        return errors + warnings;
    }

    private record FileFindings(PagePath path, ImmutableList<Diagnostic> findings) {}

    private static ImmutableList<Diagnostic> findings(Snapshot snapshot, PagePath path) {
        ImmutableList.Builder<Diagnostic> found = ImmutableList.builder();
        found.addAll(FileDiagnostics.of(snapshot, path, Encoding.UTF16));
        Graph graph = snapshot.graph();
        if (graph.isPage(path) && Diagnostics.mayFind(graph, graph.facts(path).orElseThrow())) {
            snapshot.page(path).ifPresent(page -> found.addAll(Diagnostics.of(snapshot, page, Encoding.UTF16)));
        }
        return found.build();
    }

    private static String line(String path, Diagnostic diagnostic) {
        return "%s:%d:%d: %s[%s] %s"
                .formatted(
                        path,
                        diagnostic.getRange().getStart().getLine() + 1,
                        diagnostic.getRange().getStart().getCharacter() + 1,
                        name(diagnostic.getSeverity()),
                        diagnostic.getCode().getLeft(),
                        diagnostic.getMessage().getLeft());
    }

    private static String name(DiagnosticSeverity severity) {
        return switch (severity) {
            case Error -> "error";
            case Warning -> "warning";
            case Information -> "info";
            case Hint -> "hint";
        };
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
