package io.github.logseqls.feature;

import io.github.logseqls.feature.reading.Hover;
import io.github.logseqls.graph.Snapshot;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** How archives show the hover at each caret; a hard line break of Markdown is shown as an arrow. */
final class HoverAnswers {

    /** The day of all archives. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private HoverAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        return Answers.atEachCaret(
                archive,
                (page, offset) -> Hover.at(snapshot, page, offset, TODAY, Answers.client(archive))
                        .map(hover -> "  over " + Answers.shown(hover.getRange()) + "\n"
                                + hover.getContents()
                                        .getRight()
                                        .getValue()
                                        .lines()
                                        .map(line -> line.endsWith("  ") ? line.stripTrailing() + " ⏎" : line)
                                        .map(line -> ("  > " + line).stripTrailing() + "\n")
                                        .collect(Collectors.joining()))
                        .orElse(""));
    }
}
