package io.github.logseqls.feature;

import io.github.logseqls.graph.Snapshot;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CreateFile;

/** How archives show what can be done at each caret. */
final class CodeActionsAnswers {

    private CodeActionsAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        List<String> kinds = archive.has("refactor-only") ? List.of("refactor") : List.of();
        return Answers.atEachCaret(
                archive,
                (page, offset) -> CodeActions.at(snapshot, page, offset, kinds, Answers.client(archive)).stream()
                        .map(action -> shown(action.getRight()))
                        .collect(Collectors.joining()));
    }

    private static String shown(CodeAction action) {
        StringBuilder answer = new StringBuilder("  %s [%s]\n".formatted(action.getTitle(), action.getKind()));
        action.getEdit().getDocumentChanges().forEach(change -> {
            if (change.isRight()) {
                answer.append("    new file ")
                        .append(((CreateFile) change.getRight()).getUri())
                        .append('\n');
            } else {
                change.getLeft()
                        .getEdits()
                        .forEach(edit -> answer.append("    with ")
                                .append(edit.getLeft().getNewText().replace("\n", "⏎"))
                                .append("|\n"));
            }
        });
        return answer.toString();
    }
}
