package io.github.logseqls.cli;

import io.github.logseqls.cli.report.Printable;
import io.github.logseqls.server.Version;
import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command line. Without a command it serves an editor, since that is what editors start it for. */
@Command(
        name = "logseq-ls",
        description = "A language server and checker for Logseq graphs. Without a command: stdio.",
        subcommands = {Stdio.class, Check.class, Explain.class, Doctor.class, ArchiveCommand.class, Training.class},
        mixinStandardHelpOptions = true,
        versionProvider = LogseqLs.class)
final class LogseqLs implements Runnable, IVersionProvider {

    @Option(names = "--verbose", description = "Write warnings of the protocol library to stderr.")
    private boolean verbose;

    /** The command line, whose failures are a line on stderr and exit code 2; outlines go to {@code stdout}. */
    static CommandLine commandLine(OutputStream stdout) {
        return new CommandLine(new LogseqLs())
                .addSubcommand(new OutlineCommand(stdout))
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
                    commandLine.getErr().println(Printable.of("logseq-ls: " + failure));
                    return CommandLine.ExitCode.USAGE;
                });
    }

    @Override
    public void run() {
        Stdio.serve(verbose);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"logseq-ls " + Version.current()};
    }
}
