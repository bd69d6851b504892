package io.github.logseqls.cli;

import io.github.logseqls.cli.report.Printable;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.server.Version;
import io.github.logseqls.workspace.GraphRoot;
import io.github.logseqls.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what this program makes of a graph, for those who wonder why it does what it does. */
@Command(
        name = "doctor",
        description = "Prints how a graph is read: its settings, what it holds, what is skipped or slow.",
        mixinStandardHelpOptions = true,
        versionProvider = LogseqLs.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the graph was read", "2:the command was misused, or a file could not be read"})
final class Doctor implements Callable<Integer> {

    @Parameters(paramLabel = "GRAPH", description = "The folder of the graph.")
    private Path graph = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Path> folder = GraphArgument.folder(graph, spec.commandLine().getErr());
        if (folder.isEmpty()) {
            return 2;
        }
        // Several threads read files.
        Set<String> skipped = new ConcurrentSkipListSet<>();
        try (Workspace workspace = new Workspace(new OneScanListener((file, why) -> skipped.add(file + ": " + why)))) {
            long start = System.nanoTime();
            GraphRoot root = workspace.loadFolder(folder.get()).get();
            long scan = System.nanoTime() - start;
            long memory = Memory.resident();
            Snapshot snapshot = workspace.snapshot(root);
            Runtime.Version java = Runtime.version();
            out.printf("logseq-ls    %s on Java %s, %s%n", Version.current(), java, System.getProperty("os.name"));
            DoctorReport.lines(root, snapshot, PageTimes.of(snapshot)).forEach(line -> out.println(Printable.of(line)));
            out.printf("Skipped      %s%n", skipped.isEmpty() ? "nothing" : "files: " + skipped.size());
            skipped.forEach(line -> out.println(Printable.of("  " + line)));
            out.printf("Time         %s to read the graph%n", DoctorReport.milliseconds(scan));
            out.printf(
                    "Memory       %s after that, %s of it objects%n",
                    DoctorReport.megabytes(memory), DoctorReport.megabytes(Memory.used()));
            out.flush();
        }
        return skipped.isEmpty() ? 0 : 2;
    }
}
