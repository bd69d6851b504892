package io.github.logseqls.feature;

import io.github.logseqls.feature.structure.SelectionRanges;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;

/** How archives show what a selection at each caret grows to, step by step; an arrow stands for a line end. */
final class SelectionAnswers {

    private SelectionAnswers() {}

    static String of(Archive archive) {
        return Answers.atEachCaret(archive, (page, offset) -> {
            StringBuilder steps = new StringBuilder();
            ClientAbilities client = Answers.client(archive);
            SelectionRange step = SelectionRanges.at(page.outline(), offset, client.encoding());
            while (step != null) {
                Range range = step.getRange();
                String text = Answers.text(archive, page.path().path(), range);
                steps.append("  ").append(Answers.shown(range)).append(" | ");
                steps.append(text.replaceAll("\\R", "⏎").replace("\t", "→")).append('\n');
                step = step.getParent();
            }
            return steps.toString();
        });
    }
}
