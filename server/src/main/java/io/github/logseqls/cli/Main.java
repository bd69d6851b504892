package io.github.logseqls.cli;

import io.github.logseqls.server.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Without a command it serves an editor, since that is what editors start it for. */
@Command(
        name = "logseq-ls",
        description = "A language server and checker for Logseq graphs. Without a command: stdio.",
        subcommands = {Stdio.class, Check.class},
        mixinStandardHelpOptions = true,
        versionProvider = Main.class)
public final class Main implements Runnable, IVersionProvider {

    public static void main(String[] args) {
        CommandLine commandLine = new CommandLine(new Main());
        System.exit(commandLine.execute(args));
    }

    @Override
    public void run() {
        new Stdio().run();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"logseq-ls " + Version.current()};
    }
}
