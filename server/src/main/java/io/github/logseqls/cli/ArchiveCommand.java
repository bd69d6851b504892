package io.github.logseqls.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the server starts for the sake of the next one: makes the {@link ClassArchive}. */
@Command(name = ArchiveCommand.NAME, hidden = true)
final class ArchiveCommand implements Callable<Integer> {

    static final String NAME = "archive";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<ClassArchive> archive = ClassArchive.ofThisProcess();
        if (archive.isPresent()) {
            archive.get().make();
        }
        return CommandLine.ExitCode.OK;
    }
}
