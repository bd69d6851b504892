package io.github.logseqls.cli;

import io.github.logseqls.server.StdioServer;
import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves an editor over standard input and output. */
@Command(
        name = Stdio.NAME,
        description = "Serves an editor over standard input and output.",
        mixinStandardHelpOptions = true,
        versionProvider = LogseqLs.class)
final class Stdio implements Runnable {

    static final String NAME = "stdio";

    @Option(names = "--verbose", description = "Write warnings of the protocol library to stderr.")
    private boolean verbose;

    @Override
    public void run() {
        serve(verbose);
    }

    static void serve(boolean verbose) {
        OutputStream protocol = System.out;
        // Whatever else prints must not get between the messages.
        System.setOut(System.err);
        StdioServer.serve(System.in, protocol, verbose, System::exit, ClassArchive::makeForNextStart);
    }
}
