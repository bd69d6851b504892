package io.github.logseqls.feature;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.CodeActions;
import io.github.logseqls.feature.editing.FixToMake;
import io.github.logseqls.fix.Given;
import io.github.logseqls.fix.Sources;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Position;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;

/** How archives show what can be done at each caret, and which lines of which pages it changes. */
final class CodeActionsAnswers {

    private static final FreshIds IDS = new FreshIds(new UUID(0, 0));

    private CodeActionsAnswers() {}

    static String of(Archive archive) {
        Snapshot snapshot = archive.snapshot();
        Given given = new Given(
                snapshot,
                snapshot.graph().config().checks(),
                IDS,
                new Sources(() -> archive.searchable().index(), archive.history(), () -> {}));
        CodeActionContext context = new CodeActionContext(List.of());
        context.setOnly(
                archive.has("refactor-only")
                        ? List.of("refactor")
                        : archive.has("fix-all-only") ? List.of("source.fixAll") : null);
        return Answers.atEachCaret(
                archive,
                (page, offset) -> new CodeActions(given, page, page.path().path(), Answers.client(archive))
                        .in(new Span(offset, offset), context).stream()
                                .map(action -> shown(archive, given, page, action.getRight()))
                                .collect(Collectors.joining()));
    }

    private static String shown(Archive archive, Given given, Page page, CodeAction action) {
        Optional<ChangeEdits> later = FixToMake.of(action).map(fix -> fix.made(given, page, Answers.client(archive)));
        later.ifPresent(made -> made.in(action));
        return shown(archive, action, later);
    }

    /** An action with what it changes, which may be said {@code later} than the action. */
    static String shown(Archive archive, CodeAction action, Optional<ChangeEdits> later) {
        StringBuilder answer = new StringBuilder("  %s [%s]%s\n"
                .formatted(
                        action.getTitle(),
                        action.getKind(),
                        Boolean.TRUE.equals(action.getIsPreferred()) ? " preferred" : ""));
        later.flatMap(ChangeEdits::refusal)
                .ifPresent(why -> answer.append("    refused: ").append(why).append('\n'));
        if (action.getEdit() == null) {
            return answer.toString();
        }
        if (action.getEdit().getDocumentChanges() == null) {
            action.getEdit().getChanges().forEach((path, edits) -> answer.append(shown(archive, path, edits)));
            return answer.toString();
        }
        Set<String> made = new HashSet<>();
        for (var change : action.getEdit().getDocumentChanges()) {
            if (change.isRight()) {
                String uri = ((CreateFile) change.getRight()).getUri();
                made.add(uri);
                answer.append("    new file ").append(uri).append('\n');
            } else if (made.contains(change.getLeft().getTextDocument().getUri())) {
                edits(change.getLeft())
                        .forEach(edit -> answer.append("    with ")
                                .append(edit.getNewText().replace("\r", "").replace("\n", "⏎"))
                                .append("|\n"));
            } else {
                answer.append(shown(archive, change.getLeft().getTextDocument().getUri(), edits(change.getLeft())));
            }
        }
        return answer.toString();
    }

    private static List<TextEdit> edits(TextDocumentEdit document) {
        return document.getEdits().stream().map(edit -> edit.getLeft()).toList();
    }

    /** The lines that go and those that come. */
    private static String shown(Archive archive, String path, List<TextEdit> edits) {
        Text before = requireNonNull(archive.pages().get(new PagePath(path)));
        Encoding encoding = Answers.client(archive).encoding();
        ImmutableList<Edit> made = edits.stream()
                .map(edit -> new Edit(
                        new Span(
                                before.offset(position(edit.getRange().getStart()), encoding),
                                before.offset(position(edit.getRange().getEnd()), encoding)),
                        edit.getNewText()))
                .collect(ImmutableList.toImmutableList());
        List<String> gone = before.string().lines().toList();
        List<String> come = before.withAll(made).string().lines().toList();
        int same = 0;
        while (same < Math.min(gone.size(), come.size()) && gone.get(same).equals(come.get(same))) {
            same++;
        }
        int end = 0;
        while (end < Math.min(gone.size(), come.size()) - same
                && gone.get(gone.size() - 1 - end).equals(come.get(come.size() - 1 - end))) {
            end++;
        }
        StringBuilder answer = new StringBuilder("    %s:%d\n".formatted(path, same + 1));
        gone.subList(same, gone.size() - end)
                .forEach(line -> answer.append("    - ").append(line).append("|\n"));
        come.subList(same, come.size() - end)
                .forEach(line -> answer.append("    + ").append(line).append("|\n"));
        return answer.toString();
    }

    private static Position position(org.eclipse.lsp4j.Position position) {
        return new Position(position.getLine(), position.getCharacter());
    }
}
