package io.github.logseqls.cli;

import com.google.common.io.Resources;
import io.github.logseqls.check.Code;
import io.github.logseqls.cli.report.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a finding means, from the guide to all of them. */
@Command(
        name = "explain",
        description =
                "Explains a kind of finding: what Logseq does, and what to do. Without a code it lists all of them.",
        mixinStandardHelpOptions = true,
        versionProvider = LogseqLs.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:there is such a finding", "2:there is none"})
final class Explain implements Callable<Integer> {

    private static final Pattern SEVERITY = Pattern.compile("^Severity: .*\n\n", Pattern.MULTILINE);

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "The name of the finding, broken-block-ref say.")
    private @Nullable String name;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            for (Code code : Code.values()) {
                out.printf("%-24s %s%n", code, code.severity());
            }
            return 0;
        }
        Optional<Code> code = Code.of(name);
        if (code.isEmpty()) {
            spec.commandLine().getErr().println(Printable.of("logseq-ls: there are no findings named " + name));
            return 2;
        }
        out.printf("%s (%s)%n%n%s%n", code.get(), code.get().severity(), entry(code.get()));
        return 0;
    }

    /** What the guide says of a finding, without its title. */
    private static String entry(Code code) throws IOException {
        String guide = Resources.toString(Resources.getResource("DIAGNOSTICS.md"), StandardCharsets.UTF_8);
        Matcher entry = Pattern.compile("^## " + code + "\n(.*?)(?=^#|\\z)", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(guide);
        return entry.find() ? SEVERITY.matcher(entry.group(1)).replaceFirst("").strip() : "";
    }
}
