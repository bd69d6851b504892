package io.github.logseqls.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.github.logseqls.check.Finding;
import io.github.logseqls.check.Findings;
import io.github.logseqls.cli.report.FileDiff;
import io.github.logseqls.cli.report.Printable;
import io.github.logseqls.fix.ByteFixes;
import io.github.logseqls.fix.Given;
import io.github.logseqls.fix.Mending;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Text;
import io.github.logseqls.workspace.FileReplacement;
import io.github.logseqls.workspace.GraphRoot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All safe fixes of one graph: made in memory until nothing is left to fix, then written file by file. */
final class GraphFixes {

    /** What one fix makes fixable the next round fixes; two that undo each other must come to an end. */
    private static final int MOST_ROUNDS = 10;

    private static final Comparator<PagePath> BY_PATH = Comparator.comparing(PagePath::path);

    private final GraphRoot root;
    private final Predicate<Path> files;
    private final Predicate<Finding> wanted;
    private final Map<PagePath, Text> before = new TreeMap<>(BY_PATH);
    private final Map<PagePath, List<String>> steps = new TreeMap<>(BY_PATH);
    private Given given;

    private GraphFixes(GraphRoot root, Given given, Predicate<Path> files, Predicate<Finding> wanted) {
        this.root = root;
        this.given = given;
        this.files = files;
        this.wanted = wanted;
    }

    /** The fixes of a graph in some of its files, for the findings that are wanted. */
    static GraphFixes of(GraphRoot root, Given given, Predicate<Path> files, Predicate<Finding> wanted) {
        GraphFixes fixes = new GraphFixes(root, given, files, wanted);
        for (int round = 0; round < MOST_ROUNDS && fixes.makeMore(); round++) {
            // Until nothing changes any more.
        }
        return fixes;
    }

    private boolean makeMore() {
        Graph graph = given.snapshot().graph();
        ImmutableList<PagePath> suspects = Streams.stream(graph.paths())
                .filter(graph::isPage)
                .filter(path -> !graph.findings(path).isEmpty()
                        || Findings.mayBeIn(graph, graph.facts(path).orElseThrow(), given.checks()))
                .filter(path -> files.test(root.file(path)))
                .sorted(BY_PATH)
                .collect(ImmutableList.toImmutableList());
        boolean isChanged = false;
        for (PagePath path : suspects) {
            isChanged |= given.snapshot().page(path).filter(this::make).isPresent();
        }
        return isChanged;
    }

    private boolean make(Page page) {
        // What is read otherwise without a byte order mark is mended in the next round.
        Optional<Mending> mending = ByteFixes.of(given, page, wanted).or(() -> Mending.of(given, page, wanted));
        if (mending.isEmpty()) {
            return false;
        }
        before.putIfAbsent(page.path(), page.outline().text());
        List<String> told = steps.computeIfAbsent(page.path(), path -> new ArrayList<>());
        mending.get().steps().forEach(step -> told.add(told(page, step)));
        given = mending.get().after(given);
        return true;
    }

    private String told(Page page, Mending.Step step) {
        int line = page.outline().text().lineOf(step.finding().span().start()) + 1;
        return Printable.of("%s:%d %s: %s"
                .formatted(
                        ShownPath.of(root.file(page.path())),
                        line,
                        step.finding().code(),
                        step.fix().title()));
    }

    GraphRoot root() {
        return root;
    }

    /** The graph after all fixes, but for those that could not be written. */
    Snapshot after() {
        return given.snapshot();
    }

    /** Tells what would be done, file by file: what would be mended, and the lines that would change. */
    void tell(PrintWriter out) {
        before.forEach((path, text) -> {
            steps.getOrDefault(path, List.of()).forEach(told -> out.println("would fix " + told));
            Page page = given.snapshot().page(path).orElseThrow();
            FileDiff.of(ShownPath.of(root.file(path)), text, page.outline().text())
                    .forEach(out::println);
        });
    }

    /** Writes the files and tells what was done; whether all of them could be written. */
    boolean write(PrintWriter out, PrintWriter err) {
        boolean isWhole = true;
        FileReplacement.removeLeftovers(root, before.keySet());
        for (Map.Entry<PagePath, Text> file : before.entrySet()) {
            PagePath path = file.getKey();
            Page page = given.snapshot().page(path).orElseThrow();
            try {
                FileReplacement.write(
                        root, path, file.getValue(), page.outline().text());
                steps.getOrDefault(path, List.of()).forEach(told -> out.println("fixed " + told));
                out.flush();
            } catch (IOException e) {
                isWhole = false;
                given = given.with(page, file.getValue());
                err.println(Printable.of(
                        "logseq-ls: %s is not fixed: %s".formatted(ShownPath.of(root.file(path)), e.getMessage())));
            }
        }
        return isWhole;
    }
}
