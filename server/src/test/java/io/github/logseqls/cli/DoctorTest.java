package io.github.logseqls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    private Path graph;

    @Test
    void tellsWhatAGraphHolds() throws IOException {
        write("logseq/config.edn", "{:file/name-format :triple-lowbar, :hidden [\"old\"], :unknown 1}");
        write("pages/a.md", """
                - one ((5f0e0001-1c2d-4e3f-8a4b-0123456789ab)) [[b]] [[nowhere]]
                - two ((5f0e0002-1c2d-4e3f-8a4b-0123456789ab))""");
        write("pages/b.md", "- x\n  id:: 5f0e0001-1c2d-4e3f-8a4b-0123456789ab");
        write("pages/c.org", "* y\n:PROPERTIES:\n:id: 5f0e0001-1c2d-4e3f-8a4b-0123456789ab\n:END:");
        write("old/d.md", "- hidden");
        CommandRun run = CommandRun.of("doctor", graph.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .contains(
                        "File names   triple-lowbar",
                        "Journals     MMM do, yyyy, in journals/",
                        "  :file/name-format :triple-lowbar",
                        "  :hidden [\"old\"]",
                        "Files        3 pages; whiteboards and PDF highlights: 0; other files: 0; unreadable: 0",
                        "Ids          2; claimed more than once: 1",
                        "Block refs   2; broken: 1",
                        "Page refs    2; to pages without a file: 1",
                        "Skipped      nothing")
                .anyMatch(line -> line.matches("Blocks       4 in \\d+ characters"))
                .noneMatch(line -> line.contains(":unknown"));
    }

    @Test
    void tellsWhatIsWrongWithFiles() throws IOException {
        write("logseq/config.edn", "{:hidden");
        CommandRun run = CommandRun.of("doctor", graph.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("  logseq/config.edn: line 1, column \\d+: ");
    }

    @Test
    void misuseExitsWithTwo() {
        assertThat(CommandRun.of("doctor", graph.resolve("nowhere").toString()).exitCode())
                .isEqualTo(2);
    }

    private void write(String name, String text) throws IOException {
        Path file = graph.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
