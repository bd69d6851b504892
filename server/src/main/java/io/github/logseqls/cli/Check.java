package io.github.logseqls.cli;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Streams;
import io.github.logseqls.check.Code;
import io.github.logseqls.cli.report.Baseline;
import io.github.logseqls.cli.report.GithubReport;
import io.github.logseqls.cli.report.JsonLinesReport;
import io.github.logseqls.cli.report.JunitReport;
import io.github.logseqls.cli.report.Printable;
import io.github.logseqls.cli.report.Report;
import io.github.logseqls.cli.report.ReportedFinding;
import io.github.logseqls.cli.report.SarifReport;
import io.github.logseqls.cli.report.TextReport;
import io.github.logseqls.fix.FreshIds;
import io.github.logseqls.fix.Given;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.server.Version;
import io.github.logseqls.workspace.GraphRoot;
import io.github.logseqls.workspace.Workspace;
import io.github.logseqls.workspace.WorkspaceListener.ScanProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what is wrong in graphs. */
@Command(
        name = "check",
        description =
                "Tells what is wrong with the files, ids and references of graphs, and fixes what is safe to fix.",
        mixinStandardHelpOptions = true,
        versionProvider = LogseqLs.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found that is as grave as --fail-on says",
            "1:something was",
            "2:the command was misused, or a file could not be read or written"
        })
final class Check implements Callable<Integer> {

    enum Format {
        text,
        json,
        sarif,
        github,
        junit
    }

    /** From which severity on findings make the command fail. */
    enum FailOn {
        error(DiagnosticSeverity.Error.getValue()),
        warning(DiagnosticSeverity.Warning.getValue()),
        info(DiagnosticSeverity.Information.getValue()),
        never(0);

        private final int least;

        FailOn(int least) {
            this.least = least;
        }

        boolean isMetBy(DiagnosticSeverity severity) {
            return severity.getValue() <= least;
        }
    }

    @Parameters(
            paramLabel = "GRAPH",
            arity = "1..*",
            description = "The folders of the graphs; one inside a graph stands for all of it.")
    private List<Path> graphs = List.of();

    @Option(
            names = "--format",
            description = {
                "${COMPLETION-CANDIDATES}: for people, JSON Lines, SARIF 2.1.0,",
                "annotations of GitHub Actions, or JUnit's XML. Default: ${DEFAULT-VALUE}."
            })
    private Format format = Format.text;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "${COMPLETION-CANDIDATES}: from which severity on the exit code is 1. Default: ${DEFAULT-VALUE}.")
    private FailOn failOn = FailOn.warning;

    @Option(names = "--code", paramLabel = "CODE", split = ",", description = "Tell of these codes only.")
    private Set<String> codes = Set.of();

    @Option(names = "--ignore", paramLabel = "CODE", split = ",", description = "Do not tell of these codes.")
    private Set<String> ignored = Set.of();

    @Option(
            names = "--changed-since",
            paramLabel = "REVISION",
            description =
                    "Tell of files only that are other than at this revision of the git repository around the graph.")
    private @Nullable String revision;

    @ArgGroup
    private KnownFindings known = new KnownFindings();

    @ArgGroup(exclusive = false)
    private Fixing fixing = new Fixing();

    /** Whether findings are fixed. */
    static final class Fixing {

        @Option(
                names = "--fix",
                required = true,
                description = {"Fix what can be fixed safely, say what was fixed,", "and tell what is left."})
        private boolean isWanted;

        @Option(names = "--dry-run", description = "Say what --fix would do, and change nothing.")
        private boolean isDry;
    }

    /** Where known findings stand. */
    static final class KnownFindings {

        @Option(names = "--baseline", paramLabel = "FILE", description = "Do not tell of what this file knows.")
        private @Nullable Path read;

        @Option(
                names = "--write-baseline",
                paramLabel = "FILE",
                description = "Write what is found to this file, and tell of nothing.")
        private @Nullable Path written;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Optional<String> unknown = Stream.concat(codes.stream(), ignored.stream())
                .filter(code -> Code.of(code).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            err.println(Printable.of("logseq-ls: there are no findings named " + unknown.get()));
            return 2;
        }
        List<Path> folders = new ArrayList<>();
        for (Path graph : graphs) {
            GraphArgument.folder(graph, err).ifPresent(folders::add);
        }
        if (folders.size() < graphs.size()) {
            return 2;
        }
        try {
            return check(folders, known.read == null ? Baseline.empty() : Baseline.read(known.read), err);
        } catch (ChangedSince.NoRevision e) {
            err.println(Printable.of("logseq-ls: " + e.getMessage()));
            return 2;
        } catch (IOException e) {
            Path file = known.read == null ? known.written : known.read;
            err.println(Printable.of("logseq-ls: the baseline " + file + ": " + e.getMessage()));
            return 2;
        }
    }

    private int check(List<Path> folders, Baseline baseline, PrintWriter err) throws Exception {
        AtomicInteger unreadable = new AtomicInteger();
        OneScanListener listener = new OneScanListener(
                (file, why) -> {
                    unreadable.incrementAndGet();
                    err.println(Printable.of("logseq-ls: cannot read " + file + ": " + why));
                },
                () -> isTerminal() ? new ProgressLine(err) : ScanProgress.UNSEEN);
        try (Workspace workspace = new Workspace(listener)) {
            Set<GraphRoot> roots = new LinkedHashSet<>();
            for (Path folder : folders) {
                roots.add(workspace.loadFolder(folder).get());
            }
            Map<GraphRoot, Snapshot> graphs = new LinkedHashMap<>();
            roots.forEach(root -> graphs.put(root, workspace.snapshot(root)));
            boolean isWritten = !fixing.isWanted || fix(graphs, err);
            boolean hasFailed = known.written == null ? tell(graphs, baseline) : write(graphs, known.written);
            return unreadable.get() > 0 || !isWritten ? 2 : hasFailed ? 1 : 0;
        }
    }

    /** Fixes graphs, which are then as they are left; whether all could be written. */
    private boolean fix(Map<GraphRoot, Snapshot> graphs, PrintWriter err) throws IOException {
        // What is printed in a format for programs holds findings only.
        PrintWriter out = format == Format.text ? spec.commandLine().getOut() : err;
        boolean isWritten = true;
        for (Map.Entry<GraphRoot, Snapshot> graph : graphs.entrySet()) {
            CheckSettings checks = graph.getValue().graph().config().checks().overriddenBy(wanted());
            Given given = new Given(graph.getValue(), checks, new FreshIds(UUID.randomUUID()));
            GraphFixes fixes = GraphFixes.of(
                    graph.getKey(),
                    given,
                    isWantedIn(graph.getKey()),
                    finding -> isWanted(finding.code().toString()));
            if (fixing.isDry) {
                fixes.tell(out);
            } else {
                isWritten &= fixes.write(out, err);
            }
            graph.setValue(fixes.after());
        }
        return isWritten;
    }

    /** Tells what is found and not known; whether some of it is grave. */
    private boolean tell(Map<GraphRoot, Snapshot> graphs, Baseline baseline) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Report report = report(out);
        Multiset<DiagnosticSeverity> tally = EnumMultiset.create(DiagnosticSeverity.class);
        long pages = 0;
        for (Map.Entry<GraphRoot, Snapshot> known : graphs.entrySet()) {
            Snapshot snapshot = known.getValue();
            findings(snapshot, known.getKey()).forEachFile(found -> {
                ImmutableList<ReportedFinding> told = baseline.without(wanted(found));
                told.forEach(finding -> tally.add(finding.severity()));
                report.add(told);
            });
            Graph graph = snapshot.graph();
            pages += Streams.stream(graph.paths()).filter(graph::isPage).count();
        }
        report.end(new Report.Totals(
                tally.count(DiagnosticSeverity.Error), tally.count(DiagnosticSeverity.Warning), pages));
        out.flush();
        return tally.elementSet().stream().anyMatch(failOn::isMetBy);
    }

    private boolean write(Map<GraphRoot, Snapshot> graphs, Path file) throws IOException {
        List<ReportedFinding> all = new ArrayList<>();
        for (Map.Entry<GraphRoot, Snapshot> known : graphs.entrySet()) {
            findings(known.getValue(), known.getKey()).forEachFile(found -> all.addAll(wanted(found)));
        }
        Baseline.write(file, all);
        spec.commandLine().getOut().println(Printable.of(all.size() + " findings are known in " + file));
        return false;
    }

    private GraphFindings findings(Snapshot snapshot, GraphRoot root) throws IOException {
        return new GraphFindings(snapshot, root, wanted()).in(isWantedIn(root));
    }

    /** In which files of a graph findings are wanted. */
    private Predicate<Path> isWantedIn(GraphRoot root) throws IOException {
        return revision == null ? file -> true : ChangedSince.of(root.folder(), revision)::isChanged;
    }

    /** What is asked for by its code is told, also where it is off by itself. */
    private CheckSettings wanted() {
        return new CheckSettings(
                codes.stream()
                        .filter(code -> Code.of(code).orElseThrow().severity() == Severity.OFF)
                        .collect(ImmutableMap.toImmutableMap(code -> code, code -> Severity.INFO)),
                ImmutableSet.of());
    }

    private ImmutableList<ReportedFinding> wanted(ImmutableList<ReportedFinding> found) {
        return found.stream().filter(finding -> isWanted(finding.code())).collect(ImmutableList.toImmutableList());
    }

    private boolean isWanted(String code) {
        return (codes.isEmpty() || codes.contains(code)) && !ignored.contains(code);
    }

    private boolean isTerminal() {
        return spec.commandLine().getColorScheme().ansi().enabled();
    }

    private Report report(PrintWriter out) {
        return switch (format) {
            case text -> new TextReport(out, spec.commandLine().getColorScheme().ansi());
            case json -> new JsonLinesReport(out);
            case sarif -> new SarifReport(out, Version.current());
            case github -> new GithubReport(out);
            case junit -> new JunitReport(out);
        };
    }
}
