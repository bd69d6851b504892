package io.github.logseqls.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.github.logseqls.feature.Diagnostics;
import io.github.logseqls.feature.FileDiagnostics;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.workspace.GraphRoot;
import io.github.logseqls.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
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
        versionProvider = Main.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no warning and no error was found",
            "1:some were found",
            "2:the command was misused, or a file could not be read"
        })
final class Check implements Callable<Integer> {

    @Parameters(paramLabel = "GRAPH", description = "The folder of the graph.")
    private Path graph = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path folder = graph.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            err.println("logseq-ls: " + graph + (Files.exists(folder) ? " is no folder" : " does not exist"));
            return 2;
        }
        AtomicInteger unreadable = new AtomicInteger();
        try (Workspace workspace = new Workspace(new CheckListener(err, unreadable))) {
            GraphRoot root = workspace.loadFolder(folder).get();
            int problems = print(workspace.snapshot(root), root, out);
            out.flush();
            return unreadable.get() > 0 ? 2 : problems > 0 ? 1 : 0;
        }
    }

    private static int print(Snapshot snapshot, GraphRoot root, PrintWriter out) {
        Path here = Path.of("").toAbsolutePath();
        Graph graph = snapshot.graph();
        int pages = 0;
        int errors = 0;
        int warnings = 0;
        Set<PagePath> files = Sets.union(graph.paths(), graph.findings().keySet());
        for (PagePath path : ImmutableList.sortedCopyOf((a, b) -> a.path().compareTo(b.path()), files)) {
            Optional<Page> page = page(snapshot, path);
            pages += page.isPresent() ? 1 : 0;
            Path file = root.file(path);
            String shown = (file.startsWith(here) ? here.relativize(file) : file).toString();
            for (Diagnostic diagnostic : diagnostics(snapshot, path, page)) {
                out.println(Printable.of(line(shown, diagnostic)));
                errors += diagnostic.getSeverity() == DiagnosticSeverity.Error ? 1 : 0;
                warnings += diagnostic.getSeverity() == DiagnosticSeverity.Warning ? 1 : 0;
            }
        }
        out.printf("%s and %s in %s%n", count(errors, "error"), count(warnings, "warning"), count(pages, "page"));
        return errors + warnings;
    }

    private static Optional<Page> page(Snapshot snapshot, PagePath path) {
        boolean isPage = snapshot.graph()
                .facts(path)
                .filter(facts -> facts.kind() == Facts.Kind.PAGE)
                .isPresent();
        return isPage ? snapshot.page(path) : Optional.empty();
    }

    private static ImmutableList<Diagnostic> diagnostics(Snapshot snapshot, PagePath path, Optional<Page> page) {
        ImmutableList.Builder<Diagnostic> diagnostics = ImmutableList.builder();
        diagnostics.addAll(FileDiagnostics.of(snapshot, path, Encoding.UTF16));
        page.ifPresent(known -> diagnostics.addAll(Diagnostics.of(snapshot, known, Encoding.UTF16)));
        return diagnostics.build();
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

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
