package io.github.logseqls.cli;

import io.github.logseqls.cli.report.Printable;
import io.github.logseqls.graph.SavedPage;
import io.github.logseqls.graph.StoredPage;
import io.github.logseqls.workspace.PageReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the blocks of pages as Logseq reads them. */
@Command(
        name = "outline",
        description = "Prints the blocks of pages as Logseq reads them.",
        mixinStandardHelpOptions = true,
        versionProvider = LogseqLs.class,
        footerHeading = "%nFormat json:%n",
        footer = {
            "One line of UTF-8 a file, in the order of the files. Lines count from 0:",
            "startLine by LF only, line and endLine as editors do (LF, CRLF or CR).",
            "endLine is inclusive: the last line of the block itself that is not",
            "blank. Positions in ranges count UTF-16 units, their ends are exclusive.",
            "",
            "Format logseq: UTF-8, byte for byte, without a line end behind the last line."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all files were printed, or whoever reads the output has enough",
            "2:the command was misused, a file could not be read (all others were printed), or nothing could be written"
        })
final class OutlineCommand implements Callable<Integer> {

    enum Format {
        text,
        json,
        logseq
    }

    private final OutputStream stdout;

    @Option(
            names = "--format",
            description = {
                "${COMPLETION-CANDIDATES}: a tree for people, JSON Lines,",
                "or the text that the app would save, what it loses included. Default: ${DEFAULT-VALUE}."
            })
    private Format format = Format.text;

    @Option(
            names = "--graph",
            paramLabel = "DIR",
            description = {
                "The folder of the graph whose settings hold for all files.",
                "Default: the nearest folder upward from each file with a logseq/config.edn; without one, the settings of a new graph."
            })
    private @Nullable Path graph;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pages: .md, .markdown or .org.")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A command that prints to {@code stdout}: JSON in UTF-8, text as the terminal has it. */
    OutlineCommand(OutputStream stdout) {
        this.stdout = stdout;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (graph != null && !Files.isDirectory(graph)) {
            err.println("logseq-ls: " + graph + (Files.exists(graph) ? " is no folder" : " does not exist"));
            return 2;
        }
        Consumer<String> problems = problem -> err.println(Printable.of("logseq-ls: " + problem));
        if (format == Format.logseq && files.size() > 1) {
            err.println("logseq-ls: the text of one page is printed at a time; " + files.size() + " files were named");
            return 2;
        }
        PageReader pages = graph == null ? PageReader.ofAnyGraph(problems) : PageReader.ofGraph(graph, problems);
        int exitCode = 0;
        for (Path file : files) {
            Optional<String> printed = Optional.empty();
            try {
                printed = Optional.of(printed(file, pages.read(file)));
            } catch (IOException | RuntimeException e) {
                err.println(Printable.of("logseq-ls: cannot read " + file + ": " + reason(e)));
                exitCode = 2;
            }
            try {
                stdout.write(printed.orElse("").getBytes(charset()));
                stdout.flush();
            } catch (IOException e) {
                return isUnread(e) ? exitCode : unwritable(err, e);
            }
        }
        return exitCode;
    }

    /** What is printed of one page. */
    private String printed(Path file, PageReader.FilePage read) {
        if (format == Format.logseq) {
            return SavedPage.of(read.path(), read.outline(), read.config()).orElse("");
        }
        Optional<StoredPage> page = StoredPage.of(read.path(), read.outline(), read.config());
        if (format == Format.json) {
            return OutlineJson.line(file.toString(), read.outline(), page) + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (String line : OutlineText.lines(file.toString(), read.outline(), page)) {
            text.append(Printable.of(line)).append(System.lineSeparator());
        }
        return text.toString();
    }

    private Charset charset() {
        return format == Format.text ? Charset.defaultCharset() : StandardCharsets.UTF_8;
    }

    private static String reason(Exception failure) {
        return failure instanceof AccessDeniedException ? "you may not read it" : String.valueOf(failure.getMessage());
    }

    /** Whether whoever reads the output has closed it, as {@code head} does. */
    private static boolean isUnread(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private static int unwritable(PrintWriter err, IOException failure) {
        err.println(Printable.of("logseq-ls: cannot write the outlines: " + failure.getMessage()));
        return 2;
    }
}
