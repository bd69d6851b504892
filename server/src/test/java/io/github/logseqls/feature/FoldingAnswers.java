package io.github.logseqls.feature;

import io.github.logseqls.feature.structure.Folding;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.FoldingRange;

/** How archives show the folds of each page, and which of them begin collapsed. */
final class FoldingAnswers {

    private FoldingAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        for (PagePath path : archive.pages().keySet()) {
            Page page = snapshot.page(path).orElseThrow();
            Text text = page.outline().text();
            for (FoldingRange range : Folding.ranges(page.outline(), Answers.client(archive))) {
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
}
