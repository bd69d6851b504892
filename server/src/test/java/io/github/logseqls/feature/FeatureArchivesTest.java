package io.github.logseqls.feature;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the archives under {@code testdata/features}, each with LF and with CRLF. {@code -Dupdate=true} writes the answers
 * into them, to be read before they are committed. Places in answers count from 1, in UTF-16 units; a hard line break of
 * Markdown is shown as an arrow.
 */
class FeatureArchivesTest {

    private static final Path ARCHIVES = Path.of("../testdata/features");

    private static final Map<String, Function<Archive, String>> FEATURES = Map.ofEntries(
            Map.entry("call-hierarchy", CallHierarchyAnswers::of),
            Map.entry("code-actions", CodeActionsAnswers::of),
            Map.entry("codeLens", CodeLensesAnswers::of),
            Map.entry("color", ColorAnswers::of),
            Map.entry("declaration", DeclarationAnswers::of),
            Map.entry("definition", DefinitionAnswers::of),
            Map.entry("diagnostics", DiagnosticsAnswers::of),
            Map.entry("displays", DisplaysAnswers::of),
            Map.entry("document", DocumentAnswers::of),
            Map.entry("folding", FoldingAnswers::of),
            Map.entry("formatting", FormattingAnswers::of),
            Map.entry("highlight", DocumentHighlightAnswers::of),
            Map.entry("hover", HoverAnswers::of),
            Map.entry("implementation", ImplementationAnswers::of),
            Map.entry("inlayHint", InlayHintsAnswers::of),
            Map.entry("link", LinkAnswers::of),
            Map.entry("linked-editing", LinkedEditingAnswers::of),
            Map.entry("place", AppPlaceAnswers::of),
            Map.entry("references", ReferencesAnswers::of),
            Map.entry("selection", SelectionAnswers::of),
            Map.entry("symbols", SymbolsAnswers::of),
            Map.entry("tokens", TokensAnswers::of),
            Map.entry("type-definition", TypeDefinitionAnswers::of),
            Map.entry("type-hierarchy", TypeHierarchyAnswers::of),
            Map.entry("workspace-symbols", WorkspaceSymbolAnswers::of));

    @TestFactory
    Stream<DynamicTest> answersAreThoseInTheArchives() throws IOException {
        try (Stream<Path> files = Files.walk(ARCHIVES)) {
            List<Path> archives = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            assertThat(archives).isNotEmpty();
            return archives.stream()
                    .flatMap(file -> Stream.of(
                            DynamicTest.dynamicTest(name(file) + " LF", () -> run(file, "\n")),
                            DynamicTest.dynamicTest(name(file) + " CRLF", () -> run(file, "\r\n"))));
        }
    }

    private static String name(Path file) {
        return ARCHIVES.relativize(file).toString();
    }

    private static void run(Path file, String lineEnd) throws IOException {
        String content = Files.readString(file);
        Archive archive = Archive.read(content, lineEnd);
        String answer = requireNonNull(
                        FEATURES.get(ARCHIVES.relativize(file).getName(0).toString()))
                .apply(archive);
        if (Boolean.getBoolean("update") && lineEnd.equals("\n")) {
            Files.writeString(file, archive.withWant(answer));
            return;
        }
        assertThat(answer).isEqualTo(archive.want());
    }
}
