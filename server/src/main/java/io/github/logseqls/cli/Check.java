package io.github.logseqls.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.github.logseqls.cli.report.Baseline;
import io.github.logseqls.cli.report.Printable;
import io.github.logseqls.cli.report.ReportedFinding;
import io.github.logseqls.workspace.Workspace;
import io.github.logseqls.workspace.WorkspaceListener.ScanProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
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
            "0:nothing was found that is as severe as --fail-on says",
            "1:something was",
            "2:the command was misused, or a file could not be read or written"
        })
final class Check implements Callable<Integer> {

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
    private ReportFormat format = ReportFormat.text;

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

        @Option(
                names = "--dry-run",
                description = {"Say what --fix would do, show the lines that would change,", "and change nothing."})
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
        WantedFindings wanted = new WantedFindings(codes, ignored, Optional.ofNullable(revision));
        Optional<String> unknown = wanted.unknown();
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
            return check(folders, wanted, known.read == null ? Baseline.empty() : Baseline.read(known.read), err);
        } catch (ChangedSince.NoRevision e) {
            err.println(Printable.of("logseq-ls: " + e.getMessage()));
            return 2;
        } catch (IOException e) {
            Path file = known.read == null ? known.written : known.read;
            err.println(Printable.of("logseq-ls: the baseline " + file + ": " + e.getMessage()));
            return 2;
        }
    }

    private int check(List<Path> folders, WantedFindings wanted, Baseline baseline, PrintWriter err) throws Exception {
        AtomicInteger unreadable = new AtomicInteger();
        OneScanListener listener = new OneScanListener(
                (file, why) -> {
                    unreadable.incrementAndGet();
                    err.println(Printable.of("logseq-ls: cannot read " + file + ": " + why));
                },
                () -> ProgressLine.isSeen() ? new ProgressLine(err) : ScanProgress.UNSEEN);
        try (Workspace workspace = new Workspace(listener)) {
            CheckedGraphs checked = CheckedGraphs.read(workspace, folders, wanted);
            boolean isWritten = !fixing.isWanted || fix(checked, err);
            boolean hasFailed = known.written == null ? tell(checked, baseline) : write(checked, known.written);
            return unreadable.get() > 0 || !isWritten ? 2 : hasFailed ? 1 : 0;
        }
    }

    /** Fixes graphs, which are then as they are left; whether all could be written. */
    private boolean fix(CheckedGraphs checked, PrintWriter err) throws IOException {
        // What is printed in a format for programs holds findings only.
        PrintWriter out = format == ReportFormat.text ? spec.commandLine().getOut() : err;
        boolean isWritten = true;
        for (GraphFixes fixes : checked.fix()) {
            if (fixing.isDry) {
                fixes.tell(out);
            } else {
                isWritten &= fixes.write(out, err);
            }
            checked.take(fixes);
        }
        return isWritten;
    }

    /** Tells what is found and not known; whether some of it is severe. */
    private boolean tell(CheckedGraphs checked, Baseline baseline) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Multiset<DiagnosticSeverity> told = checked.tell(format.report(out, colours()), baseline);
        out.flush();
        return told.elementSet().stream().anyMatch(failOn::isMetBy);
    }

    private boolean write(CheckedGraphs checked, Path file) throws IOException {
        ImmutableList<ReportedFinding> all = checked.found();
        Baseline.write(file, all);
        spec.commandLine().getOut().println(Printable.of(all.size() + " findings are known in " + file));
        return false;
    }

    private Ansi colours() {
        return spec.commandLine().getColorScheme().ansi();
    }
}
