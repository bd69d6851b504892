package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares what is written of a page with what Logseq wrote, for each input in {@code testdata/conformance}. */
class SavedPageTest {

    private static final Path WRITTEN = Path.of("../testdata/conformance/roundtrip.jsonl");

    @TestFactory
    Stream<DynamicTest> isWhatLogseqWrites() throws IOException {
        return Files.readAllLines(WRITTEN).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .map(row -> DynamicTest.dynamicTest(
                        row.get("name").getAsString(),
                        () -> assertThat(ours(row)).isEqualTo(logseqs(row))));
    }

    private static Optional<String> ours(JsonObject row) {
        boolean org = row.get("format").getAsString().equals("org");
        Outline outline = Outline.parse(Text.of(row.get("input").getAsString()), org ? Syntax.ORG : Syntax.MARKDOWN);
        return SavedPage.of(new PagePath(org ? "pages/a.org" : "pages/a.md"), outline, GraphConfig.NEW_GRAPH);
    }

    /** A blank file is no page, and Logseq was asked to write none. */
    private static Optional<String> logseqs(JsonObject row) {
        return row.get("written").isJsonNull()
                ? Optional.empty()
                : Optional.of(row.get("written").getAsString());
    }
}
