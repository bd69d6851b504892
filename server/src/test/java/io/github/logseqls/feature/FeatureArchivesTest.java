package io.github.logseqls.feature;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the archives under {@code testdata/features}, each with LF and with CRLF. {@code -Dupdate=true} writes the answers
 * into them, to be read before they are committed. Places in answers count from 1, in UTF-16 units; a hard line break of
 * Markdown is shown as an arrow.
 */
class FeatureArchivesTest {

    private static final Path ARCHIVES = Path.of("../testdata/features");

    private static final Map<String, Function<Archive, String>> FEATURES = Map.of(
            "folding", FeatureArchivesTest::folding,
            "definition", FeatureArchivesTest::definition,
            "references", FeatureArchivesTest::references,
            "highlight", FeatureArchivesTest::highlight,
            "hover", FeatureArchivesTest::hover,
            "diagnostics", FeatureArchivesTest::diagnostics);

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

    private static ClientAbilities client(Archive archive) {
        int limit = archive.has("limit-3") ? 3 : 5000;
        return new ClientAbilities(
                archive.has("utf-8") ? Encoding.UTF8 : archive.has("utf-32") ? Encoding.UTF32 : Encoding.UTF16,
                !archive.has("no-links"),
                !archive.has("plain-text"),
                new ClientAbilities.Folds(!archive.has("columns"), archive.has("collapsed-text"), limit));
    }

    private static String folding(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            Page page = snapshot.page(path).orElseThrow();
            Text text = page.outline().text();
            for (FoldingRange range : Folding.ranges(page.outline(), client(archive))) {
                answer.append("lines %d-%d".formatted(range.getStartLine() + 1, range.getEndLine() + 1));
                if (range.getStartCharacter() != null) {
                    answer.append(
                            " columns %d-%d".formatted(range.getStartCharacter() + 1, range.getEndCharacter() + 1));
                }
                answer.append(range.getKind() == null ? "" : " " + range.getKind());
                answer.append(range.getCollapsedText() == null ? "" : " \"" + range.getCollapsedText() + "\"");
                answer.append("  | ")
                        .append(text.slice(text.line(range.getStartLine())).strip())
                        .append('\n');
            }
            List<Integer> collapsed = Folding.collapsedLines(page.outline());
            if (!collapsed.isEmpty()) {
                answer.append("collapsed at ")
                        .append(collapsed.stream()
                                .map(line -> String.valueOf(line + 1))
                                .collect(Collectors.joining(", ")))
                        .append('\n');
            }
        }
        return answer.toString();
    }

    private static String definition(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return atEachCaret(archive, (page, offset) -> {
            StringBuilder answer = new StringBuilder();
            var places = Definition.at(snapshot, page, offset, client(archive));
            if (places.isLeft()) {
                places.getLeft()
                        .forEach(place -> answer.append("  plain ")
                                .append(shown(archive, place.getUri(), place.getRange()))
                                .append('\n'));
                return answer.toString();
            }
            for (LocationLink link : places.getRight()) {
                answer.append("  ").append(shown(archive, link.getTargetUri(), link.getTargetSelectionRange()));
                answer.append("\n    whole ").append(shown(link.getTargetRange()));
                answer.append(", from ")
                        .append(shown(link.getOriginSelectionRange()))
                        .append('\n');
            }
            return answer.toString();
        });
    }

    private static String references(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return atEachCaret(
                archive,
                (page, offset) ->
                        References.at(
                                        snapshot,
                                        page,
                                        offset,
                                        !archive.has("no-declarations"),
                                        client(archive).encoding())
                                .stream()
                                .map(place -> "  " + shown(archive, place.getUri(), place.getRange()) + "\n")
                                .collect(Collectors.joining()));
    }

    private static String highlight(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return atEachCaret(
                archive,
                (page, offset) -> DocumentHighlights.at(
                                snapshot, page, offset, client(archive).encoding())
                        .stream()
                        .map(place -> "  %s %s\n"
                                .formatted(
                                        place.getKind().name().toLowerCase(java.util.Locale.ROOT),
                                        shown(archive, page.path().path(), place.getRange())))
                        .collect(Collectors.joining()));
    }

    private static String hover(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return atEachCaret(
                archive,
                (page, offset) -> Hover.at(snapshot, page, offset, client(archive))
                        .map(hover -> "  over " + shown(hover.getRange()) + "\n"
                                + hover.getContents()
                                        .getRight()
                                        .getValue()
                                        .lines()
                                        .map(line -> line.endsWith("  ") ? line.stripTrailing() + " ⏎" : line)
                                        .map(line -> ("  > " + line).stripTrailing() + "\n")
                                        .collect(Collectors.joining()))
                        .orElse(""));
    }

    private static String diagnostics(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            if (snapshot.page(path).isEmpty()) {
                continue;
            }
            Page page = snapshot.page(path).get();
            for (Diagnostic found :
                    Diagnostics.of(snapshot, page, client(archive).encoding())) {
                answer.append("%s %s[%s]\n"
                        .formatted(
                                shown(archive, path.path(), found.getRange()),
                                found.getSeverity().name().toLowerCase(java.util.Locale.ROOT),
                                found.getCode().getLeft()));
                answer.append("  ").append(found.getMessage().getLeft()).append('\n');
                if (found.getRelatedInformation() != null) {
                    found.getRelatedInformation()
                            .forEach(related -> answer.append("  see ")
                                    .append(shown(
                                            archive,
                                            related.getLocation().getUri(),
                                            related.getLocation().getRange()))
                                    .append(": ")
                                    .append(related.getMessage())
                                    .append('\n'));
                }
            }
        }
        return answer.toString();
    }

    private interface AtCaret {
        String answer(Page page, int offset);
    }

    private static String atEachCaret(Archive archive, AtCaret feature) {
        assertThat(archive.carets()).isNotEmpty();
        StringBuilder answer = new StringBuilder();
        for (Archive.Caret caret : archive.carets()) {
            Page page = archive.snapshot().page(caret.path()).orElseThrow();
            var at = page.outline().text().position(caret.offset(), Encoding.UTF16);
            String found = feature.answer(page, caret.offset());
            answer.append("at %s:%d:%d\n".formatted(caret.path(), at.line() + 1, at.column() + 1));
            answer.append(found.isEmpty() ? "  nothing\n" : found);
        }
        return answer.toString();
    }

    private static String shown(Archive archive, String path, Range range) {
        Text text = requireNonNull(archive.pages().get(new PagePath(path)));
        Encoding encoding = client(archive).encoding();
        int start = text.offset(position(range.getStart()), encoding);
        int end = text.offset(position(range.getEnd()), encoding);
        return path + ":" + shown(range) + " | "
                + text.slice(new Span(start, end)).lines().findFirst().orElse("");
    }

    private static io.github.logseqls.text.Position position(org.eclipse.lsp4j.Position position) {
        return new io.github.logseqls.text.Position(position.getLine(), position.getCharacter());
    }

    private static String shown(Range range) {
        return "%d:%d-%d:%d"
                .formatted(
                        range.getStart().getLine() + 1,
                        range.getStart().getCharacter() + 1,
                        range.getEnd().getLine() + 1,
                        range.getEnd().getCharacter() + 1);
    }
}
