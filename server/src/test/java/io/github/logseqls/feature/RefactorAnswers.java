package io.github.logseqls.feature;

import com.google.common.collect.Lists;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.RefactorActions;
import io.github.logseqls.feature.editing.RefactoringToMake;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.refactor.Spot;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;

/**
 * How archives show what can be done at each caret, or with the option {@code selections} between each two: those whose titles
 * hold a line of the query, with what they change; without a query all titles.
 */
final class RefactorAnswers {

    /** A Friday. */
    private static final LocalDateTime NOW = LocalDateTime.of(2024, 1, 5, 10, 30);

    private RefactorAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        StringBuilder answer = new StringBuilder();
        int each = archive.has("selections") ? 2 : 1;
        for (List<Archive.Caret> part : Lists.partition(archive.carets(), each)) {
            Page page = snapshot.page(part.get(0).path()).orElseThrow();
            Span selection = new Span(part.get(0).offset(), part.get(each - 1).offset());
            Spot spot = spot(archive, page, selection);
            var at = page.outline().text().position(selection.start(), Encoding.UTF16);
            answer.append("at %s:%d:%d\n".formatted(page.path(), at.line() + 1, at.column() + 1));
            String actions = actions(archive, spot);
            answer.append(actions.isEmpty() ? "  nothing\n" : actions);
        }
        return answer.toString();
    }

    /** A selection in a page of an archive, always at the same time and with the same new ids. */
    static Spot spot(Archive archive, Page page, Span selection) {
        return new Spot(
                archive.snapshot(),
                page,
                selection,
                new FreshIds(new UUID(0, 0)),
                NOW,
                () -> archive.searchable().index());
    }

    private static String actions(Archive archive, Spot spot) {
        StringBuilder answer = new StringBuilder();
        for (var action : RefactorActions.at(
                spot, spot.page().path().path(), new CodeActionContext(List.of()), Answers.client(archive))) {
            CodeAction found = action.getRight();
            if (archive.queries().isEmpty()) {
                answer.append("  %s [%s]\n".formatted(found.getTitle(), found.getKind()));
            } else if (archive.queries().stream().anyMatch(found.getTitle()::contains)) {
                answer.append(shown(archive, spot, found));
            }
        }
        return answer.toString();
    }

    private static String shown(Archive archive, Spot spot, CodeAction action) {
        Optional<ChangeEdits> later =
                RefactoringToMake.of(action).map(chosen -> chosen.made(spot, Answers.client(archive)));
        later.ifPresent(made -> made.in(action));
        return CodeActionsAnswers.shown(archive, action, later);
    }
}
