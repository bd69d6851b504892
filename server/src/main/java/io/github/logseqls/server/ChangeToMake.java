package io.github.logseqls.server;

import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.IdToWrite;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditMetadata;

/** Changes that a command stands for: the editor is asked to make them, and its user told where it does not. */
record ChangeToMake(Session session) {

    /** The id of a block that a reference was just written to; answers whether the block has it then. */
    CompletableFuture<Boolean> idWritten(IdToWrite id) {
        ChangeEdits none = ChangeEdits.NONE;
        return session.answerOfFile(
                        "executeCommand",
                        id.uri(),
                        none,
                        file -> id.made(
                                file.snapshot(), file.path(), session.client().abilities()))
                .thenCompose(edits -> made(edits, IdToWrite.TITLE));
    }

    private CompletableFuture<Boolean> made(ChangeEdits edits, String title) {
        edits.refusal().ifPresent(session::refuse);
        return edits.edit()
                .map(edit -> applied(edit, title))
                .orElseGet(
                        () -> CompletableFuture.completedFuture(edits.refusal().isEmpty()));
    }

    private CompletableFuture<Boolean> applied(WorkspaceEdit edit, String title) {
        ApplyWorkspaceEditParams params = new ApplyWorkspaceEditParams(edit, title);
        if (session.client().abilities().edits().metadata()) {
            WorkspaceEditMetadata metadata = new WorkspaceEditMetadata();
            metadata.setIsRefactoring(true);
            params.setMetadata(metadata);
        }
        return session.editor().applyEdit(params).handle((answer, failure) -> {
            boolean isApplied = answer != null && answer.isApplied();
            if (!isApplied) {
                session.refuse(
                        "The editor did not write the id of the block: the reference to it leads nowhere. Take it back"
                                + " and choose again.");
            }
            return isApplied;
        });
    }
}
