package io.github.logseqls.feature;

import io.github.logseqls.feature.decoration.DocumentColors;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.ColorInformation;
import org.eclipse.lsp4j.ColorPresentation;

/** How archives show the colours of each page, and how each of them can be written. */
final class ColorAnswers {

    private ColorAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            Outline outline = snapshot.page(path).orElseThrow().outline();
            for (ColorInformation color :
                    DocumentColors.of(outline, Answers.client(archive).encoding())) {
                String ways = DocumentColors.presentations(color.getColor()).stream()
                        .map(ColorPresentation::getLabel)
                        .collect(Collectors.joining(" or "));
                answer.append(Answers.shown(archive, path.path(), color.getRange()))
                        .append("  ")
                        .append(ways)
                        .append('\n');
            }
        }
        return answer.toString();
    }
}
