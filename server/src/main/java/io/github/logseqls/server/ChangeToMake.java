package io.github.logseqls.server;

import io.github.logseqls.feature.ChangeEdits;
import io.github.logseqls.feature.IdToWrite;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditMetadata;
import org.jspecify.annotations.Nullable;

/** Changes that a command stands for: the editor is asked to make them, and its user told where it does not. */
record ChangeToMake(Session session) {

    /** The id of a block that a reference was just written to. */
    @SuppressWarnings("NullAway") // The protocol's word for a command without a result is null.
    CompletableFuture<@Nullable Object> idWritten(IdToWrite id) {
        ChangeEdits none = ChangeEdits.NONE;
        return session.answerOfFile(
                        "executeCommand",
                        id.uri(),
                        none,
                        file -> id.made(
                                file.snapshot(), file.path(), session.client().abilities()))
                .thenCompose(edits -> made(edits, IdToWrite.TITLE));
    }

    private CompletableFuture<@Nullable Object> made(ChangeEdits edits, String title) {
        edits.refusal().ifPresent(session::refuse);
        return edits.edit().map(edit -> applied(edit, title)).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<@Nullable Object> applied(WorkspaceEdit edit, String title) {
        ApplyWorkspaceEditParams params = new ApplyWorkspaceEditParams(edit, title);
        if (session.client().abilities().edits().metadata()) {
            WorkspaceEditMetadata metadata = new WorkspaceEditMetadata();
            metadata.setIsRefactoring(true);
            params.setMetadata(metadata);
        }
        return session.editor().applyEdit(params).handle((answer, failure) -> {
            if (answer == null || !answer.isApplied()) {
                session.refuse(
                        "The editor did not write the id of the block: the reference to it leads nowhere. Take it back"
                                + " and choose again.");
            }
            return null;
        });
    }
}
