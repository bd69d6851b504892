package io.github.logseqls.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlineCommandTest {

    private static final String A = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
    private static final String B = "5f0e0002-1c2d-4e3f-8a4b-0123456789ab";

    @TempDir
    private Path folder;

    private record Run(int exitCode, String json, String text, String err) {

        List<JsonObject> pages() {
            return json.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
        }

        JsonObject page() {
            assertThat(pages()).hasSize(1);
            return pages().get(0);
        }
    }

    private static Run run(OutputStream json, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Stream.of("outline"), Stream.of(arguments)).toArray(String[]::new);
        int exitCode = LogseqLs.commandLine(json)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
        String written = json instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
        return new Run(exitCode, written, written + out, err.toString());
    }

    private static Run run(String... arguments) {
        return run(new ByteArrayOutputStream(), arguments);
    }

    private static Run json(Path... files) {
        return run(Stream.concat(Stream.of("--format", "json"), Stream.of(files).map(Path::toString))
                .toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, text);
    }

    @Test
    void jsonSaysAllOfAPage() throws IOException {
        Path file = write("a.md", """
                title:: T
                alias:: [[U]]

                - TODO 🎉 see ((A)) [l](((B))) <&>
                  id:: A
                  see:: [[V]], #w
                \t- 🎉 [[P/Q]] #tag #[[two words]] [m]([[M]]) [f](../f.md)LONE\t- {{embed [[E]]}} {{embed ((B))}} [[B]] [[o [[i]]]]
                \t  SCHEDULED: <2024-01-05 Fri .+1d> [[hidden]]

                - last
                """.replace("((A))", "((" + A + "))")
                .replace("((B))", "((" + B + "))")
                .replace("[[B]]", "[[" + B + "]]")
                .replace("id:: A", "id:: " + A)
                .replace("\n", "\r\n")
                .replace("LONE", "\r"));
        JsonObject page = json(file).page();
        page.addProperty("path", "a.md");
        assertThat(page)
                .isEqualTo(JsonParser.parseString(Files.readString(Path.of("../testdata/outline/golden.json"))));
    }

    @Test
    void jsonIsALineOfUtf8AFile() throws IOException {
        Path first = write("日本 語.md", "- 日本 🎉 <b>&'\u2028\n");
        Path second = write("-x.org", "* a\n");
        Run run = json(first, second);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.json()).endsWith("}\n").contains("日本 🎉 <b>&'").doesNotContain("\r");
        assertThat(run.pages())
                .extracting(page -> page.get("path").getAsString())
                .containsExactly(first.toString(), second.toString());
    }

    @Test
    void whatIsNoUtf8BecomesReplacementCharacters() throws IOException {
        Path file = folder.resolve("a.md");
        Files.write(file, new byte[] {'-', ' ', 'a', (byte) 0xff, '\n', '-', ' ', 'b'});
        assertThat(contents(json(file).page())).containsExactly("a\ufffd", "b");
    }

    @Test
    void aBlankFileHasNoPage() throws IOException {
        JsonObject page = json(write("a.md", " \n\n")).page();
        assertThat(page.getAsJsonObject("page").get("name").isJsonNull()).isTrue();
        assertThat(page.getAsJsonArray("blocks")).isEmpty();
        assertThat(run(folder.resolve("a.md").toString()).text()).contains("(blank)");
    }

    @Test
    void oneFileThatCannotBeReadDoesNotHideTheOthers() throws IOException {
        Path good = write("good.md", "- a\n");
        Path text = write("notes.txt", "- a\n");
        Path none = folder.resolve("none.md");
        Run run = json(none, folder, text, good);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.pages()).hasSize(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "logseq-ls: cannot read " + none + ": it does not exist",
                        "logseq-ls: cannot read " + folder + ": it is a folder",
                        "logseq-ls: cannot read " + text + ": it is no page: only .md, .markdown and .org files are");
    }

    @Test
    void misuseExitsWithTwo() throws IOException {
        Path file = write("a.md", "- a\n");
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run("--format", "xml", file.toString()).exitCode()).isEqualTo(2);
        assertThat(run("--graph", folder.resolve("none").toString(), file.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(run("--graph", file.toString(), file.toString()).err()).contains("is no folder");
    }

    @Test
    void theGraphAroundAFileSaysHowItsNameIsRead() throws IOException {
        Path inside = write("graph/pages/a.b.md", "- x\n");
        Path outside = write("a.b.md", "- x\n");
        write("graph/logseq/config.edn", "{:journal/page-title-format \"yyyy-MM-dd EEE\"}");
        assertThat(titles(json(inside, outside))).containsExactly("a/b", "a.b");
        Path journal = write("graph/journals/2024_01_05.md", "- x\n");
        assertThat(titles(json(journal))).containsExactly("2024-01-05 Fri");
        Run chosen = run(
                "--format",
                "json",
                "--graph",
                folder.resolve("graph").toString(),
                outside.toString(),
                inside.toString());
        assertThat(titles(chosen)).containsExactly("a/b", "a/b");
    }

    @Test
    void brokenSettingsAreSaidOnce() throws IOException {
        write("graph/logseq/config.edn", "{:a");
        Path first = write("graph/pages/a.md", "- x\n");
        Path second = write("graph/pages/b.md", "- x\n");
        Run run = json(first, second);
        assertThat(run.exitCode()).isZero();
        assertThat(run.pages()).hasSize(2);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("config.edn: line 1");
    }

    @Test
    void theSecondOfTwoEqualIdsIsLost() throws IOException {
        Path file = write("a.md", "- one\n  id:: %s\n- two\n  id:: %s\n".formatted(A, A));
        JsonArray blocks = json(file).page().getAsJsonArray("blocks");
        assertThat(blocks.get(0).getAsJsonObject().get("id").getAsString()).isEqualTo(A);
        assertThat(blocks.get(1).getAsJsonObject().get("id").isJsonNull()).isTrue();
        assertThat(contents(json(file).page())).containsExactly("one\nid:: " + A, "two");
    }

    @Test
    void textIsATreeForPeople() throws IOException {
        Path file = write(
                "a.md",
                "tags:: x\n\n- one ((%s))\n  id:: %s\n\t- two [[P]] #t\n- \u001b[31m\u202ered\n# head\n"
                        .formatted(B, A));
        Run run = run(file.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.text().lines())
                .containsExactly(
                        file + ": a",
                        "  | tags:: x",
                        "  - one ((%s))  {id %s}  {refs ((%s))}".formatted(B, A, B),
                        "    - two [[P]] #t  {refs [[P]] #t}",
                        "  - \ufffd[31m\ufffdred",
                        "  # head");
    }

    @Test
    void formatLogseqIsWhatTheAppWouldSave() throws IOException {
        write("logseq/config.edn", "{:export/bullet-indentation :two-spaces}");
        Path file = write("pages/a.md", "title:: T\r\n- 日本\r\n  collapsed:: yes\r\n    - child  \r\n");
        Run run = run("--format", "logseq", file.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.text()).isEqualTo("title:: T\n\n- 日本\n  collapsed:: true\n  - child");
        assertThat(run("--format", "logseq", file.toString(), file.toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aReaderThatHasEnoughEndsTheRunQuietly() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            files.add(write("a" + index + ".md", "- x\n"));
        }
        OutputStream closed = new OutputStream() {
            private int written;

            @Override
            public void write(int b) throws IOException {
                written++;
                if (written > 400) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        String[] arguments = Stream.concat(
                        Stream.of("--format", "json"), files.stream().map(Path::toString))
                .toArray(String[]::new);
        Run run = run(closed, arguments);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void hostilePagesTakeNoTime() throws IOException {
        Path values = write(
                "values.md",
                "- a\n" + "  k:: **b** [[P]] #t ((%s))\n".formatted(A).repeat(5_000));
        Path dates = write("dates.md", "- a\n" + "  SCHEDULED: <2024-01-05 Fri> [[P]]\n  ---\n".repeat(5_000));
        Path value = write("value.md", "alias:: " + "**b** [[P]], ".repeat(5_000) + "\n");
        Path names = write("names.md", "title:: " + "a/".repeat(20_000) + "\n\n- [[" + "a/".repeat(20_000) + "]]\n");
        Path ids = write("ids.md", ("- a\n  id:: " + A + "\n").repeat(5_000));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(json(values, dates, value, names, ids).pages()).hasSize(5);
        });
    }

    @Test
    void everyRangeStandsWhereItSays() throws IOException {
        Path graph = Path.of("../../shared/graphs/logseq-docs/pages");
        assumeTrue(Files.isDirectory(graph), "skipped: the real graphs are not beside the project");
        int ranges = 0;
        try (Stream<Path> files = Files.list(graph)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".md")).toList()) {
                List<String> lines = Files.readString(file).lines().toList();
                for (JsonElement block : json(file).page().getAsJsonArray("blocks")) {
                    for (JsonElement range : block.getAsJsonObject().getAsJsonArray("ranges")) {
                        assertThat(text(lines, range.getAsJsonObject()))
                                .containsIgnoringCase(
                                        range.getAsJsonObject().get("target").getAsString());
                        ranges++;
                    }
                }
            }
        }
        assertThat(ranges).isGreaterThan(1000);
    }

    private static String text(List<String> lines, JsonObject range) {
        JsonObject start = range.getAsJsonObject("start");
        JsonObject end = range.getAsJsonObject("end");
        assertThat(start.get("line")).isEqualTo(end.get("line"));
        return lines.get(start.get("line").getAsInt())
                .substring(
                        start.get("character").getAsInt(), end.get("character").getAsInt());
    }

    private static List<String> contents(JsonObject page) {
        return page.getAsJsonArray("blocks").asList().stream()
                .map(block -> block.getAsJsonObject().get("content").getAsString())
                .toList();
    }

    private static List<String> titles(Run run) {
        return run.pages().stream()
                .map(page -> page.getAsJsonObject("page").get("title").getAsString())
                .toList();
    }
}
