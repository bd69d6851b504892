package io.github.logseqls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What {@code check} writes for others than people at a terminal, and what it leaves out when asked to. */
class CheckFormatsTest {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
    private static final String GONE = "5f0e0002-1c2d-4e3f-8a4b-0123456789ab";

    @TempDir
    private Path graph;

    @BeforeEach
    void writeGraph() throws IOException {
        Files.createDirectories(graph.resolve("pages"));
        Files.writeString(graph.resolve("pages/a, b 100%.md"), "- 😀 see ((%s))\n".formatted(GONE));
        Files.writeString(graph.resolve("pages/one.md"), "- one\n  id:: %s\n".formatted(ID));
        Files.writeString(graph.resolve("pages/two.md"), "- two\n  id:: %s\n".formatted(ID));
    }

    private CommandRun check(String... options) {
        return CommandRun.of(Stream.concat(Stream.of("check", graph.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private static List<JsonObject> lines(CommandRun run) {
        return run.out()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    @Test
    void jsonIsALineAFinding() {
        CommandRun run = check("--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        List<JsonObject> lines = lines(run);
        assertThat(lines).hasSize(3);
        JsonObject broken = lines.get(0);
        assertThat(broken.keySet())
                .containsExactly(
                        "path", "line", "column", "endLine", "endColumn", "severity", "code", "message", "related");
        assertThat(broken.get("path").getAsString()).endsWith("/pages/a, b 100%.md");
        assertThat(broken.get("column").getAsInt()).isEqualTo(10);
        assertThat(broken.get("endColumn").getAsInt()).isEqualTo(50);
        assertThat(broken.get("severity").getAsString()).isEqualTo("warning");
        assertThat(broken.get("code").getAsString()).isEqualTo("broken-block-ref");
        JsonObject duplicate = lines.get(1);
        JsonObject related = duplicate.getAsJsonArray("related").get(0).getAsJsonObject();
        assertThat(related.get("path").getAsString()).endsWith("/pages/two.md");
    }

    @Test
    void sarifKeepsToItsSchema() throws IOException {
        String schema =
                Resources.toString(Resources.getResource("schema/sarif-schema-2.1.0.json"), StandardCharsets.UTF_8);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(schema)
                        .validate(check("--format", "sarif").out(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void githubAnnotatesLines() {
        assertThat(check("--format", "github").out().lines().findFirst().orElseThrow())
                .startsWith("::warning file=" + graph + "/pages/a%2C b 100%25.md,line=1,endLine=1,col=10,endColumn=50,"
                        + "title=broken-block-ref::No block in this graph has the id " + GONE);
    }

    @Test
    void junitHasAFailureForEachFinding() throws Exception {
        Element suite = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(check("--format", "junit").out())))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(3);
        assertThat(((Element) suite.getElementsByTagName("testcase").item(0)).getAttribute("name"))
                .isEqualTo("broken-block-ref at 1:10");
    }

    @Test
    void sarifNamesRulesAndPlaces() {
        JsonObject log =
                JsonParser.parseString(check("--format", "sarif").out()).getAsJsonObject();
        assertThat(log.get("version").getAsString()).isEqualTo("2.1.0");
        JsonObject run = log.getAsJsonArray("runs").get(0).getAsJsonObject();
        List<String> rules = new ArrayList<>();
        run.getAsJsonObject("tool")
                .getAsJsonObject("driver")
                .getAsJsonArray("rules")
                .forEach(rule -> rules.add(rule.getAsJsonObject().get("id").getAsString()));
        assertThat(rules).containsExactly("broken-block-ref", "duplicate-id");
        JsonObject result = run.getAsJsonArray("results").get(0).getAsJsonObject();
        JsonObject place =
                result.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
        assertThat(place.getAsJsonObject("artifactLocation").get("uri").getAsString())
                .startsWith("file:///")
                .endsWith("/pages/a,%20b%20100%25.md");
        assertThat(place.getAsJsonObject("region").get("startColumn").getAsInt())
                .isEqualTo(10);
    }

    @Test
    void onlySomeCodesAreToldOf() {
        assertThat(lines(check("--format", "json", "--code", "duplicate-id"))).hasSize(2);
        assertThat(lines(check("--format", "json", "--ignore", "duplicate-id"))).hasSize(1);
        CommandRun none = check("--ignore", "duplicate-id,broken-block-ref");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out().strip()).isEqualTo("0 errors and 0 warnings in 3 pages");
    }

    @Test
    void failsOnlyOnWhatIsGrave() {
        assertThat(check("--fail-on", "error").exitCode()).isZero();
        assertThat(check("--fail-on", "never").exitCode()).isZero();
        assertThat(check("--fail-on", "info").exitCode()).isEqualTo(1);
        assertThat(check("--fail-on", "much").exitCode()).isEqualTo(2);
    }

    @Test
    void aBaselineHidesWhatItKnowsWhereverItHasMoved(@TempDir Path elsewhere) throws IOException {
        String baseline = elsewhere.resolve("known.json").toString();
        CommandRun written = check("--write-baseline", baseline);
        assertThat(written.exitCode()).isZero();
        assertThat(written.out().strip()).isEqualTo("3 findings are known in " + baseline);
        Files.writeString(
                graph.resolve("pages/a, b 100%.md"), "- new\n- see ((%s)) and ((%s))\n".formatted(GONE, GONE));
        List<JsonObject> left = lines(check("--format", "json", "--baseline", baseline));
        assertThat(left).hasSize(1);
        assertThat(left.get(0).get("line").getAsInt()).isEqualTo(2);
        Files.writeString(elsewhere.resolve("known.json"), "[]");
        CommandRun broken = check("--baseline", baseline);
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains("it is no baseline");
    }

    @Test
    void severalGraphsAreOneReport(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("c.md"), "- ((%s))\n".formatted(GONE));
        CommandRun run = CommandRun.of("check", graph.toString(), other.toString(), graph.toString());
        assertThat(run.out().lines().reduce((one, last) -> last)).contains("0 errors and 4 warnings in 4 pages");
    }

    @Test
    void aTerminalShowsTheLineWithCarets() {
        System.setProperty("picocli.ansi", "true");
        try {
            assertThat(check("--code", "broken-block-ref")
                            .out()
                            .lines()
                            .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                    .contains("  - 😀 see ((%s))".formatted(GONE), "  " + " ".repeat(9) + "^".repeat(40));
        } finally {
            System.clearProperty("picocli.ansi");
        }
    }
}
