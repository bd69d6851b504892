package io.github.logseqls.feature;

import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.RefactoringToMake;
import io.github.logseqls.refactor.Spot;
import io.github.logseqls.text.Span;

/** How archives show what is changed when the page of each caret is merged into each page of the query. */
final class MergedPageAnswers {

    private MergedPageAnswers() {}

    static String of(Archive archive) {
        return Answers.atEachCaret(archive, (page, offset) -> {
            Spot spot = RefactorAnswers.spot(archive, page, new Span(offset, offset));
            StringBuilder answer = new StringBuilder();
            for (String name : archive.queries()) {
                ChangeEdits edits = RefactoringToMake.merged(name, spot, Answers.client(archive), () -> {});
                answer.append("  into “%s”\n".formatted(name));
                edits.refusal().ifPresent(why -> answer.append("    refused: %s\n".formatted(why)));
                edits.edit().ifPresent(edit -> answer.append(ChangedLines.of(archive, edit)));
            }
            return answer.toString();
        });
    }
}
