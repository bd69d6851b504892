package io.github.logseqls.feature.editing;

import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.rename.FileMoves;
import io.github.logseqls.rename.Refusal;
import io.github.logseqls.rename.Renaming;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/** What follows when files are renamed or moved in the editor's list of them. */
public final class RenamedFiles {

    private RenamedFiles() {}

    /** The edits to be made before; none, and why, where the new names cannot be those of pages. */
    public static ChangeEdits of(
            Snapshot snapshot, Map<PagePath, PagePath> moves, ClientAbilities client, CancelChecker cancel) {
        try {
            Renaming renaming = FileMoves.of(snapshot, moves, cancel::checkCanceled);
            return renaming.change().isEmpty() ? ChangeEdits.NONE : ChangeEdits.of(snapshot, renaming, client);
        } catch (Refusal refusal) {
            return ChangeEdits.refused("References do not follow the renamed file. " + refusal.why());
        }
    }
}
