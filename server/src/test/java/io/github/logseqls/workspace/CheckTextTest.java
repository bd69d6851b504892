package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.outline.BlockId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTextTest {

    @Test
    void whatIsKnownHolds() {
        CheckText text = CheckText.parse("""
                {"check": {
                  "severity": {"broken-block-ref": "error", "malformed-id": "off"},
                  "ignoredIds": ["5F0E0002-1C2D-4E3F-8A4B-0123456789AB"]
                }}""");
        assertThat(text.finding()).isEmpty();
        assertThat(text.settings().severities())
                .containsEntry("broken-block-ref", Severity.ERROR)
                .containsEntry("malformed-id", Severity.OFF)
                .hasSize(2);
        assertThat(text.settings().ignoredIds())
                .containsExactly(
                        BlockId.parse("5f0e0002-1c2d-4e3f-8a4b-0123456789ab").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"check\": | 1:10: this is no JSON",
                "[] | 1:1: the settings are {\"check\": {...}}",
                "`` | 1:1: the settings are {\"check\": {...}}",
                "{\"check\": {\"severity\": {\"no-such\": \"off\"}}} | 1:25: there are no findings of this name",
                "{\"check\": {\"severity\": {\"malformed-id\": \"grave\"}}} | 1:25: a severity is one of error, warning, info, hint, off",
                "{\"check\": {\"severity\": {\"malformed-id\": 1}}} | 1:25: a severity is one of error, warning, info, hint, off",
                "{\"check\": {\"severity\": []}} | 1:12: an object in { } is wanted here",
                "{\"check\": {\"ignoredIds\": \"x\"}} | 1:12: a list of ids is wanted here",
                "{\"check\": {\"ignoredIds\": [\"x\"]}} | 1:27: this is no id of a block",
                "{\"check\": {\"level\": 1}} | 1:12: no setting of this name is known",
            })
    void whatIsNotIsFoundWhereItStands(String json, String want) {
        FileFinding finding = CheckText.parse(json).finding().orElseThrow();
        assertThat(finding.kind()).isEqualTo(FileFinding.Kind.BROKEN_CHECKS);
        assertThat("%d:%d: %s"
                        .formatted(
                                finding.position().line() + 1,
                                finding.position().column() + 1,
                                finding.what()))
                .isEqualTo(want);
    }

    @Test
    void whatLiesBehindALinkIsNotRead(@TempDir Path graph, @TempDir Path elsewhere) throws IOException {
        Files.writeString(
                elsewhere.resolve("logseq-ls.json"), "{\"check\": {\"severity\": {\"malformed-id\": \"off\"}}}");
        Files.createSymbolicLink(graph.resolve("logseq"), elsewhere);
        assertThat(CheckText.read(GraphRoot.ofFolder(graph))).isEqualTo(CheckText.NONE);
    }

    @Test
    void aFaultCostsItselfOnly() {
        CheckText text =
                CheckText.parse("{\"check\": {\"severity\": {\"no-such\": \"off\", \"malformed-id\": \"off\"}}}");
        assertThat(text.finding()).isPresent();
        assertThat(text.settings().severities()).containsOnlyKeys("malformed-id");
    }
}
