package io.github.logseqls.cli.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Range;

/**
 * One thing that is wrong in a file.
 *
 * @param line the line of the file in which it begins, without its end
 */
public record ReportedFinding(
        Place place,
        DiagnosticSeverity severity,
        String code,
        String message,
        ImmutableList<Related> related,
        String line) {

    /**
     * Where something stands.
     *
     * @param path from the working directory where the file lies below it, with {@code /} between folders; else absolute
     * @param line counted from 1, as all here
     * @param column of the first character, in UTF-16 units
     * @param endLine of the character behind the last one
     * @param endColumn likewise
     */
    public record Place(String path, int line, int column, int endLine, int endColumn) {

        static Place of(String path, Range range) {
            return new Place(
                    path,
                    range.getStart().getLine() + 1,
                    range.getStart().getCharacter() + 1,
                    range.getEnd().getLine() + 1,
                    range.getEnd().getCharacter() + 1);
        }
    }

    /** Another place that has to do with it. */
    public record Related(Place place, String message) {}

    /**
     * The finding that an editor would show.
     *
     * @param path how its file is named
     * @param line the line in which it begins
     * @param pathOf how the file behind an address is named
     */
    public static ReportedFinding of(String path, Diagnostic diagnostic, String line, Function<String, String> pathOf) {
        List<DiagnosticRelatedInformation> related =
                Optional.ofNullable(diagnostic.getRelatedInformation()).orElse(List.of());
        return new ReportedFinding(
                Place.of(path, diagnostic.getRange()),
                diagnostic.getSeverity(),
                diagnostic.getCode().getLeft(),
                diagnostic.getMessage().getLeft(),
                related.stream()
                        .map(other -> new Related(
                                Place.of(
                                        pathOf.apply(other.getLocation().getUri()),
                                        other.getLocation().getRange()),
                                other.getMessage()))
                        .collect(ImmutableList.toImmutableList()),
                line);
    }

    /** What its severity is called. */
    public String level() {
        return switch (severity) {
            case Error -> "error";
            case Warning -> "warning";
            case Information -> "info";
            case Hint -> "hint";
        };
    }
}
