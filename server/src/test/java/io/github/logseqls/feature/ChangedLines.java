package io.github.logseqls.feature;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Position;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DeleteFile;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** How archives show what an edit changes: the lines that go and those that come, page by page, and what happens to files. */
final class ChangedLines {

    private ChangedLines() {}

    static String of(Archive archive, WorkspaceEdit edit) {
        StringBuilder answer = new StringBuilder();
        if (edit.getDocumentChanges() == null) {
            edit.getChanges().forEach((path, edits) -> answer.append(shown(archive, path, edits)));
            return answer.toString();
        }
        edit.getDocumentChanges().forEach(change -> {
            if (change.isRight()) {
                answer.append(shown(change.getRight()));
            } else {
                List<TextEdit> edits = change.getLeft().getEdits().stream()
                        .map(one -> one.getLeft())
                        .toList();
                answer.append(shown(archive, change.getLeft().getTextDocument().getUri(), edits));
            }
        });
        if (edit.getChangeAnnotations() != null) {
            edit.getChangeAnnotations().forEach((key, annotation) -> {
                if (Boolean.TRUE.equals(annotation.getNeedsConfirmation())) {
                    answer.append("    to be confirmed: ")
                            .append(annotation.getDescription())
                            .append('\n');
                }
            });
        }
        return answer.toString();
    }

    private static String shown(ResourceOperation operation) {
        if (operation instanceof RenameFile move) {
            return "    file %s is %s\n".formatted(move.getOldUri(), move.getNewUri());
        }
        return operation instanceof CreateFile created
                ? "    new file %s\n".formatted(created.getUri())
                : "    file %s goes\n".formatted(((DeleteFile) operation).getUri());
    }

    private static String shown(Archive archive, String path, List<TextEdit> edits) {
        // As an editor has it, which takes a byte order mark away.
        Text before = Text.of(
                requireNonNull(archive.pages().get(new PagePath(path))).string().replaceFirst("^\uFEFF", ""));
        Encoding encoding = Answers.client(archive).encoding();
        ImmutableList<Edit> made = edits.stream()
                .map(edit -> new Edit(
                        new Span(
                                before.offset(position(edit.getRange().getStart()), encoding),
                                before.offset(position(edit.getRange().getEnd()), encoding)),
                        edit.getNewText()))
                .sorted(Comparator.comparingInt(edit -> edit.span().start()))
                .collect(ImmutableList.toImmutableList());
        List<String> gone = before.string().lines().toList();
        List<String> come = before.withAll(made).string().lines().toList();
        StringBuilder answer = new StringBuilder("    %s\n".formatted(path));
        int more = come.size() - gone.size();
        for (int line = 0; line < Math.max(0, more); line++) {
            answer.append("    + ").append(come.get(line)).append("|\n");
        }
        for (int line = 0; line < Math.max(0, -more); line++) {
            answer.append("    - ").append(gone.get(line)).append("|\n");
        }
        for (int line = Math.max(0, -more); line < gone.size(); line++) {
            String now = come.get(line + more);
            if (!now.equals(gone.get(line))) {
                answer.append("    %d - %s|\n    %d + %s|\n".formatted(line + 1, gone.get(line), line + 1 + more, now));
            }
        }
        return answer.toString();
    }

    private static Position position(org.eclipse.lsp4j.Position position) {
        return new Position(position.getLine(), position.getCharacter());
    }
}
