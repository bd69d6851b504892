package io.github.logseqls.feature;

import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.ReferenceToCopy;
import io.github.logseqls.refactor.CopiedReference;
import io.github.logseqls.refactor.Spot;
import io.github.logseqls.text.Span;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;

/** How archives show what is put into the clipboard for the block at each caret, in all forms, and what gives the block its id. */
final class CopiedReferenceAnswers {

    private CopiedReferenceAnswers() {}

    static String of(Archive archive) {
        return Answers.atEachCaret(archive, (page, offset) -> {
            Spot spot = RefactorAnswers.spot(archive, page, new Span(offset, offset));
            StringBuilder answer = new StringBuilder();
            for (CopiedReference.Form form : CopiedReference.Form.values()) {
                ReferenceToCopy.at(spot, form, Answers.client(archive))
                        .ifPresent(copied -> answer.append(shown(archive, copied)));
            }
            return answer.toString();
        });
    }

    private static String shown(Archive archive, ReferenceToCopy copied) {
        ChangeEdits edits = copied.edits();
        return CodeActionsAnswers.shown(archive, edits.in(new CodeAction(copied.text())), Optional.of(edits));
    }
}
