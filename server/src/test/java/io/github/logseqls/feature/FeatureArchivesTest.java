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

    /** By the protocol's names, which those of their folders are too. */
    private static final Map<String, Function<Archive, String>> FEATURES = Map.ofEntries(
            Map.entry("callHierarchy", CallHierarchyAnswers::of),
            Map.entry("codeAction", CodeActionsAnswers::of),
            Map.entry("codeLens", CodeLensesAnswers::of),
            Map.entry("completion", CompletionAnswers::of),
            Map.entry("copyBlockRef", CopiedReferenceAnswers::of),
            Map.entry("declaration", DeclarationAnswers::of),
            Map.entry("definition", DefinitionAnswers::of),
            Map.entry("didCreateFiles", RenameAnswers::ofCreated),
            Map.entry("displays", DisplaysAnswers::of),
            Map.entry("documentColor", ColorAnswers::of),
            Map.entry("documentHighlight", DocumentHighlightAnswers::of),
            Map.entry("documentLink", LinkAnswers::of),
            Map.entry("documentSymbol", SymbolsAnswers::of),
            Map.entry("foldingRange", FoldingAnswers::of),
            Map.entry("formatting", FormattingAnswers::of),
            Map.entry("hover", HoverAnswers::of),
            Map.entry("implementation", ImplementationAnswers::of),
            Map.entry("inlayHint", InlayHintsAnswers::of),
            Map.entry("insertTemplate", TemplateAnswers::of),
            Map.entry("linkedEditingRange", LinkedEditingAnswers::of),
            Map.entry("mergePage", MergedPageAnswers::of),
            Map.entry("moveBlocks", MovedBlocksAnswers::of),
            Map.entry("onTypeFormatting", TypedAnswers::of),
            Map.entry("openJournal", TemplateAnswers::of),
            Map.entry("paste", PasteAnswers::of),
            Map.entry("place", AppPlaceAnswers::of),
            Map.entry("publishDiagnostics", DiagnosticsAnswers::of),
            Map.entry("refactor", RefactorAnswers::of),
            Map.entry("references", ReferencesAnswers::of),
            Map.entry("rename", RenameAnswers::of),
            Map.entry("selectionRange", SelectionAnswers::of),
            Map.entry("semanticTokens", TokensAnswers::of),
            Map.entry("textDocumentContent", DocumentAnswers::of),
            Map.entry("typeDefinition", TypeDefinitionAnswers::of),
            Map.entry("typeHierarchy", TypeHierarchyAnswers::of),
            Map.entry("willDeleteFiles", RenameAnswers::ofDeleted),
            Map.entry("willRenameFiles", RenameAnswers::ofFiles),
            Map.entry("workspaceSymbol", WorkspaceSymbolAnswers::of));

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
