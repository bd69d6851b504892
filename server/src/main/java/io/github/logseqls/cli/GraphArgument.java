package io.github.logseqls.cli;

import io.github.logseqls.cli.report.Printable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that a command is given. */
final class GraphArgument {

    private GraphArgument() {}

    /** The folder, absolute; empty where it is none, which is said. */
    static Optional<Path> folder(Path graph, PrintWriter err) {
        Path folder = graph.toAbsolutePath().normalize();
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        err.println(Printable.of("logseq-ls: " + graph + (Files.exists(folder) ? " is no folder" : " does not exist")));
        return Optional.empty();
    }
}
