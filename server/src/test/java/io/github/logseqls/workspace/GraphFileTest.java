package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Logseq's own answers to which files it reads. */
class GraphFileTest {

    @TestFactory
    Stream<DynamicTest> passesOverWhatLogseqIgnores() throws IOException {
        return rows(
                "ignored",
                (path, ignored) -> assertThat(GraphFile.isIgnored(new PagePath(path.substring("/g/".length()))))
                        .isEqualTo(Boolean.parseBoolean(ignored)));
    }

    @TestFactory
    Stream<DynamicTest> readsTheSyntaxFromTheExtension() throws IOException {
        return rows("format", (name, answer) -> {
            String syntax = new PagePath(name)
                    .syntax()
                    .map(found -> found == Syntax.ORG ? ":org true" : ":markdown true")
                    .orElse("none");
            assertThat(syntax).isEqualTo(answer.endsWith(" true") ? answer : "none");
        });
    }

    @TestFactory
    Stream<DynamicTest> hidesWhatTheGraphHides() throws IOException {
        return rows("hidden", (prefix, answer) -> {
            GraphConfig config = GraphConfig.DEFAULT.with("hidden", List.of(prefix.substring(1, prefix.length() - 1)));
            String[] parts = answer.split(" ", 2);
            assertThat(config.folders().isHidden(new PagePath(parts[0]))).isEqualTo(Boolean.parseBoolean(parts[1]));
        });
    }

    private interface Check {
        void of(String subject, String answer);
    }

    private static Stream<DynamicTest> rows(String kind, Check check) throws IOException {
        return Files.readAllLines(Path.of("../testdata/conformance/names-and-dates.txt")).stream()
                .filter(row -> row.startsWith(kind + " "))
                .map(row -> DynamicTest.dynamicTest(row, () -> {
                    String[] parts = row.split(" ", 3);
                    check.of(parts[1], parts[2]);
                }));
    }
}
