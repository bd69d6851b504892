package io.github.logseqls.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    @Test
    void printsTheKnownProblemsOfTheDemo() {
        CommandRun run = CommandRun.of("check", "../testdata/graphs/demo");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()
                        .lines()
                        .map(line -> line.replaceAll("^.*/demo/", "").replaceAll("] .*", "]")))
                .containsExactly(
                        "journals/2026_10_25.md:3:9: warning[duplicate-id]",
                        "journals/2026_11_07.md:5:19: warning[broken-block-ref]",
                        "pages/Projects___garden sensor.md:48:24: warning[malformed-block-ref]",
                        "pages/Reading list.md:15:9: warning[duplicate-id]",
                        "pages/Reading list.md:22:9: warning[duplicate-id]",
                        "pages/Rust ownership.md:29:26: warning[broken-block-ref]",
                        "pages/Sourdough.md:49:9: warning[duplicate-id]",
                        "pages/日本語___助詞.md:12:8: warning[malformed-id]",
                        "0 errors and 8 warnings in 18 pages");
    }

    @Test
    void aSoundGraphExitsWithZero(@TempDir Path graph) throws IOException {
        Files.writeString(graph.resolve("a.md"), "- fine\n");
        CommandRun run = CommandRun.of("check", graph.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).isEqualTo("0 errors and 0 warnings in 1 page");
    }

    @Test
    void tellsWhatIsWrongWithFiles(@TempDir Path graph) throws IOException {
        Files.createDirectories(graph.resolve("logseq"));
        Files.writeString(graph.resolve("logseq/config.edn"), "{:a 1\n :b [}");
        Files.write(graph.resolve("a.md"), new byte[] {'-', ' ', 'a', (byte) 0xe9, '\n'});
        Files.write(graph.resolve("huge.md"), new byte[(16 << 20) + 1]);
        CommandRun run = CommandRun.of("check", graph.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(line -> line.replace(graph + "/", "").replaceAll("] .*", "]")))
                .containsExactly(
                        "a.md:1:4: warning[invalid-utf8]",
                        "huge.md:1:1: warning[file-too-large]",
                        "logseq/config.edn:2:6: error[config-error]",
                        "1 error and 2 warnings in 1 page");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void misuseExitsWithTwo(@TempDir Path graph) {
        assertThat(CommandRun.of("check", graph.resolve("none").toString()).exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("check").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("nonsense").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("--version").out()).startsWith("logseq-ls ");
        assertThat(CommandRun.of("--help").out()).contains("stdio", "check");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logseq-docs | []",
                "hex | [broken-block-ref x 7, broken-file-link x 2, orphan-outdent, swallowed-blocks]",
                "seed | []"
            })
    void realGraphsGiveNoFalseAlarm(String name, String problems) {
        Path graph = Path.of("../../shared/graphs", name);
        assumeTrue(Files.isDirectory(graph), "skipped: the real graphs are not beside the project");
        CommandRun run = CommandRun.of("check", graph.toString());
        assertThat(run.err()).isEmpty();
        // Each was looked up by hand: what hex refers to and links to is not in its repository, an empty block stands
        // between
        // two levels, and a quote takes in the opener of a fence, so that code and text change places below it.
        Multiset<String> codes = TreeMultiset.create();
        Matcher grave =
                Pattern.compile("(?m): (?:error|warning)\\[([a-z0-9-]+)\\] ").matcher(run.out());
        while (grave.find()) {
            codes.add(grave.group(1));
        }
        assertThat(codes).hasToString(problems);
        assertThat(run.exitCode()).isEqualTo(codes.isEmpty() ? 0 : 1);
    }
}
