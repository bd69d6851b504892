package io.github.logseqls.feature;

import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.JournalToOpen;
import io.github.logseqls.feature.editing.RefactoringToMake;
import io.github.logseqls.refactor.Spot;
import io.github.logseqls.text.Span;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;

/** How archives show what comes of a template of the query's name at each caret; with the option {@code journal} of opening one. */
final class TemplateAnswers {

    private TemplateAnswers() {}

    static String of(Archive archive) {
        return Answers.atEachCaret(archive, (page, offset) -> {
            Spot spot = RefactorAnswers.spot(archive, page, new Span(offset, offset));
            return archive.has("journal") ? journals(archive, spot) : inserted(archive, spot);
        });
    }

    private static String inserted(Archive archive, Spot spot) {
        String name = archive.queries().get(0);
        ChangeEdits edits = RefactoringToMake.withTemplate(name, spot, Answers.client(archive));
        return CodeActionsAnswers.shown(archive, edits.in(new CodeAction(name)), Optional.of(edits));
    }

    private static String journals(Archive archive, Spot spot) {
        StringBuilder answer = new StringBuilder();
        for (JournalToOpen.Which which : JournalToOpen.Which.values()) {
            JournalToOpen journal = JournalToOpen.of(spot, which, Answers.client(archive));
            CodeAction action = journal.edits()
                    .in(new CodeAction(which + " " + journal.uri().orElse("none")));
            answer.append(CodeActionsAnswers.shown(archive, action, Optional.of(journal.edits())));
        }
        return answer.toString();
    }
}
