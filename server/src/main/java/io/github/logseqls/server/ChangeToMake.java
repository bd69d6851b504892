package io.github.logseqls.server;

import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.IdToWrite;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditMetadata;

/** Changes that a command stands for: the editor is asked to make them, and its user told where it does not. */
record ChangeToMake(Session session) {

    /** What the user is told where the editor does not make a change. */
    static final String NOT_MADE = "The editor did not make the change. Try again.";

    private static final String NO_ID =
            "The editor did not write the id of the block: the reference to it leads nowhere. Take it back and choose again.";

    /** Has the editor make edits; answers whether all is as it is meant then. */
    CompletableFuture<Boolean> made(ChangeEdits edits) {
        return made(edits, new ApplyWorkspaceEditParams(), NOT_MADE);
    }

    /** The id of a block that a reference was just written to; answers whether the block has it then. */
    CompletableFuture<Boolean> idWritten(IdToWrite id) {
        ApplyWorkspaceEditParams params = new ApplyWorkspaceEditParams();
        params.setLabel(IdToWrite.TITLE);
        if (session.client().abilities().edits().metadata()) {
            WorkspaceEditMetadata metadata = new WorkspaceEditMetadata();
            metadata.setIsRefactoring(true);
            params.setMetadata(metadata);
        }
        return session.answerOfFile(
                        "executeCommand",
                        id.uri(),
                        ChangeEdits.NONE,
                        file -> id.made(
                                file.snapshot(), file.path(), session.client().abilities()))
                .thenCompose(edits -> made(edits, params, NO_ID));
    }

    /** Has the editor make an edit of which nothing is said where it does not; answers whether it does. */
    CompletableFuture<Boolean> applied(WorkspaceEdit edit) {
        return applied(edit, new ApplyWorkspaceEditParams());
    }

    private CompletableFuture<Boolean> made(ChangeEdits edits, ApplyWorkspaceEditParams params, String otherwise) {
        edits.refusal().ifPresent(session::refuse);
        if (edits.edit().isEmpty()) {
            return CompletableFuture.completedFuture(edits.refusal().isEmpty());
        }
        return applied(edits.edit().get(), params).thenApply(isApplied -> {
            if (!isApplied) {
                session.refuse(otherwise);
            }
            return isApplied;
        });
    }

    private CompletableFuture<Boolean> applied(WorkspaceEdit edit, ApplyWorkspaceEditParams params) {
        params.setEdit(edit);
        return session.editor().applyEdit(params).handle((answer, failure) -> answer != null && answer.isApplied());
    }
}
