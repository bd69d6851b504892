package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.rename.Nameable;
import io.github.logseqls.rename.Refusal;
import io.github.logseqls.rename.Rename;
import io.github.logseqls.rename.Renaming;
import java.util.function.Supplier;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Gives what stands under the caret another name: a page, a block, a template, the key of a property or a value of one. Where that
 * cannot be done right everywhere nothing is done, and the editor is told why by an error.
 *
 * @param edit what is changed
 * @param unsaid what the user should know of it that the editor cannot show with the edit
 */
public record Renames(WorkspaceEdit edit, ImmutableList<String> unsaid) {

    /** What would be renamed at {@code offset} in a page, and the name that it has. */
    public static PrepareRenameResult prepare(Snapshot snapshot, Page page, int offset, ClientAbilities client) {
        return orError(() -> {
            Rename.requireWhole(snapshot.graph());
            Nameable named = Nameable.at(snapshot.graph(), page, offset);
            return new PrepareRenameResult(
                    Ranges.of(page.outline().text(), named.span(), client.encoding()), named.name());
        });
    }

    /** What gives that the name {@code wanted}; {@code cancel} is asked before each page is read. */
    public static Renames at(
            Snapshot snapshot, Page page, int offset, String wanted, ClientAbilities client, CancelChecker cancel) {
        return orError(() -> {
            Nameable named = Nameable.at(snapshot.graph(), page, offset);
            Renaming renaming = client.edits().renames()
                    ? Rename.of(snapshot, named, wanted, cancel::checkCanceled)
                    : Rename.inPlace(snapshot, named, wanted, cancel::checkCanceled);
            return of(snapshot, renaming, client);
        });
    }

    private static Renames of(Snapshot snapshot, Renaming renaming, ClientAbilities client) {
        ChangeEdits edits = ChangeEdits.of(snapshot, renaming, client);
        edits.refusal().ifPresent(why -> {
            throw error(why);
        });
        return new Renames(
                edits.edit().orElseThrow(), client.edits().annotations() ? ImmutableList.of() : renaming.warnings());
    }

    private static <T> T orError(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (Refusal refusal) {
            throw error(refusal.why());
        }
    }

    private static ResponseErrorException error(String why) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, why, null));
    }
}
