package io.github.logseqls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CheckFixTest {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @TempDir
    Path graph;

    private Path page;

    @BeforeEach
    void writeGraph() throws IOException {
        page = graph.resolve("pages/a.md");
        Files.createDirectories(graph.resolve("pages"));
        Files.writeString(graph.resolve("pages/b.md"), "- the block\n  id:: " + ID + "\n");
    }

    @Test
    void whatIsSafeIsFixedAndWhatIsLeftIsTold() throws IOException {
        Files.writeString(
                page, "- see (( %s ))\r\n  id::\r\n- copy\r\n  id:: %s\r\n- gone ((%s))".formatted(ID, ID, other()));
        CommandRun run = run("--fix");
        assertThat(run.err()).isEmpty();
        assertThat(lines(run))
                .containsExactly(
                        "fixed pages/a.md:1 malformed-block-ref: Refer to “copy”",
                        "fixed pages/a.md:2 malformed-id: Remove this empty id line",
                        "fixed pages/b.md:2 duplicate-id: Give this block a new id; references keep leading to “copy” in pages/a.md",
                        "pages/a.md:4:8: warning[broken-block-ref]",
                        "0 errors and 1 warning in 2 pages");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Files.readString(page))
                .isEqualTo("- see ((%s))\r\n- copy\r\n  id:: %s\r\n- gone ((%s))".formatted(ID, ID, other()));
        assertThat(Files.readString(graph.resolve("pages/b.md")))
                .matches("- the block\n  id:: [0-9a-f-]{36}\n")
                .doesNotContain(ID);
        assertThat(run("--fix").out().lines().filter(line -> line.startsWith("fixed")))
                .isEmpty();
    }

    @Test
    void bytesThatEditorsHideAreMendedFirst() throws IOException {
        Files.writeString(page, "\ufeff- empty\n  id::\n- one\rline\n- and\ranother\r\n");
        CommandRun run = run("--fix");
        assertThat(lines(run))
                .containsExactly(
                        "fixed pages/a.md:1 bom: Remove the byte order mark",
                        "fixed pages/a.md:3 lone-cr: Write a line feed for each carriage return alone",
                        "fixed pages/a.md:2 malformed-id: Remove this empty id line",
                        "0 errors and 0 warnings in 2 pages");
        assertThat(Files.readString(page)).isEqualTo("- empty\n- one\nline\n- and\nanother\r\n");
    }

    @Test
    void bytesThatNobodyWantsMendedStay() throws IOException {
        String content = "\ufeff- one\rline\n";
        Files.writeString(page, content);
        run("--fix", "--ignore", "bom,lone-cr");
        assertThat(Files.readString(page)).isEqualTo(content);
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() throws IOException {
        String content = "\ufeff- empty\r\n  id::\r\n- \u001b[31m\r\n";
        Files.writeString(page, content);
        CommandRun dry = run("--fix", "--dry-run");
        assertThat(Files.readString(page)).isEqualTo(content);
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out()
                        .lines()
                        .map(line -> line.replaceAll("\\S*a\\.md", "a.md"))
                        .toList())
                .startsWith(
                        "would fix a.md:1 bom: Remove the byte order mark",
                        "would fix a.md:2 malformed-id: Remove this empty id line",
                        "--- a.md",
                        "+++ a.md",
                        "@@ -1,3 +1,2 @@",
                        "-<BOM>- empty",
                        "-  id::",
                        "+- empty",
                        " - \ufffd[31m");
        assertThat(run("--fix").out().lines().map(line -> line.replaceAll(" .*", "")))
                .startsWith("fixed", "fixed");
        assertThat(Files.readString(page)).isEqualTo("- empty\r\n- \u001b[31m\r\n");
    }

    @Test
    void onlyTheCodesThatAreAskedForAreFixed() throws IOException {
        Files.writeString(page, "- empty\n  id::\n- (( %s ))\n".formatted(ID));
        run("--fix", "--ignore", "malformed-id");
        assertThat(Files.readString(page)).isEqualTo("- empty\n  id::\n- ((%s))\n".formatted(ID));
    }

    @Test
    void programsGetFindingsOnly() throws IOException {
        Files.writeString(page, "- empty\n  id::\n");
        CommandRun run = run("--fix", "--format", "json");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("fixed ", "a.md:2 malformed-id");
    }

    @Test
    void aDryRunOfNothingIsMisuse() {
        assertThat(run("--dry-run").exitCode()).isEqualTo(2);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void permissionsStayAndLinksAreNotFollowed(@TempDir Path outside) throws IOException {
        Files.writeString(page, "- empty\n  id::\n");
        Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r---w-"));
        Path other = outside.resolve("other.md");
        Files.writeString(other, "- empty\n  id::\n");
        Files.createSymbolicLink(graph.resolve("pages/link.md"), other);
        run("--fix");
        assertThat(Files.readString(page)).isEqualTo("- empty\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-r---w-");
        assertThat(Files.readString(other)).isEqualTo("- empty\n  id::\n");
        try (Stream<Path> files = Files.list(graph.resolve("pages"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void bytesThatAreNoUtf8AreNotWrittenOver() throws IOException {
        byte[] content = "- \u00e9\n  id::\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(page, content);
        CommandRun run = run("--fix");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("a.md is not fixed: it has bytes that are no UTF-8");
        assertThat(run.out()).doesNotContain("fixed ").contains("malformed-id");
        assertThat(Files.readAllBytes(page)).isEqualTo(content);
    }

    private static String other() {
        return ID.replace('1', '2');
    }

    private CommandRun run(String... options) {
        return CommandRun.of(Stream.concat(Stream.of("check", graph.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private Stream<String> lines(CommandRun run) {
        return run.out().lines().map(line -> line.replace(graph + "/", "").replaceAll("] .*", "]"));
    }
}
