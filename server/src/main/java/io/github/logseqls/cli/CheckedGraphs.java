package io.github.logseqls.cli;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.collect.Streams;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.cli.report.Baseline;
import io.github.logseqls.cli.report.Report;
import io.github.logseqls.cli.report.ReportedFinding;
import io.github.logseqls.fix.Given;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.workspace.GraphRoot;
import io.github.logseqls.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** The graphs that are checked, as they were read, or as they are left when they were fixed. */
final class CheckedGraphs {

    private final WantedFindings wanted;
    private final Map<GraphRoot, Snapshot> graphs = new LinkedHashMap<>();

    private CheckedGraphs(WantedFindings wanted) {
        this.wanted = wanted;
    }

    /** Reads the graphs of some folders, each once. */
    static CheckedGraphs read(Workspace workspace, List<Path> folders, WantedFindings wanted)
            throws ExecutionException, InterruptedException {
        CheckedGraphs checked = new CheckedGraphs(wanted);
        for (Path folder : folders) {
            GraphRoot root = workspace.loadFolder(folder).get();
            checked.graphs.put(root, workspace.snapshot(root));
        }
        // A graph inside another one takes its files from it.
        checked.graphs.replaceAll((root, before) -> workspace.snapshot(root));
        return checked;
    }

    /** All that is safe to fix, of one graph after the other. */
    ImmutableList<GraphFixes> fix() throws ChangedSince.NoRevision {
        ImmutableList.Builder<GraphFixes> all = ImmutableList.builder();
        for (Map.Entry<GraphRoot, Snapshot> graph : graphs.entrySet()) {
            CheckSettings checks = graph.getValue().graph().config().checks().overriddenBy(wanted.settings());
            Given given = new Given(graph.getValue(), checks, new FreshIds(UUID.randomUUID()));
            all.add(GraphFixes.of(
                    graph.getKey(),
                    given,
                    wanted.files(graph.getKey()),
                    finding -> wanted.hasCode(finding.code().toString())));
        }
        return all.build();
    }

    /** From now on a graph is as fixes left it. */
    void take(GraphFixes fixes) {
        graphs.put(fixes.root(), fixes.after());
    }

    /** Tells what is found and not known; how often each severity was. */
    Multiset<DiagnosticSeverity> tell(Report report, Baseline baseline) throws ChangedSince.NoRevision {
        Multiset<DiagnosticSeverity> tally = EnumMultiset.create(DiagnosticSeverity.class);
        long pages = 0;
        for (Map.Entry<GraphRoot, Snapshot> graph : graphs.entrySet()) {
            wanted.in(graph.getValue(), graph.getKey()).forEachFile(found -> {
                ImmutableList<ReportedFinding> told = baseline.without(wanted.of(found));
                told.forEach(finding -> tally.add(finding.severity()));
                report.add(told);
            });
            pages += pages(graph.getValue().graph());
        }
        report.end(new Report.Totals(
                tally.count(DiagnosticSeverity.Error), tally.count(DiagnosticSeverity.Warning), pages));
        return tally;
    }

    /** All that is found. */
    ImmutableList<ReportedFinding> found() throws ChangedSince.NoRevision {
        ImmutableList.Builder<ReportedFinding> all = ImmutableList.builder();
        for (Map.Entry<GraphRoot, Snapshot> graph : graphs.entrySet()) {
            wanted.in(graph.getValue(), graph.getKey()).forEachFile(found -> all.addAll(wanted.of(found)));
        }
        return all.build();
    }

    private static long pages(Graph graph) {
        return Streams.stream(graph.paths()).filter(graph::isPage).count();
    }
}
