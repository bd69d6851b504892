package io.github.logseqls.server;

import com.google.common.collect.ImmutableSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.WorkspaceEdit;

/**
 * The files that the last edit of ours renames. An editor that makes such an edit asks what follows when they are renamed, as it
 * does when the user renames one: then that edit says all that follows.
 */
final class OwnMoves {

    /** After that nobody knows whether the edit was ever made; what follows is found out anew, which is nothing if it was. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Clock clock;
    private final Set<FileRename> given = new HashSet<>();
    private Instant since = Instant.MIN;

    OwnMoves(Clock clock) {
        this.clock = clock;
    }

    /** Remembers what an edit renames that the editor gets. */
    synchronized WorkspaceEdit given(WorkspaceEdit edit) {
        if (edit.getDocumentChanges() == null) {
            return edit;
        }
        given.clear();
        since = clock.instant();
        edit.getDocumentChanges().forEach(change -> {
            if (change.isRight() && change.getRight() instanceof RenameFile move) {
                given.add(new FileRename(move.getOldUri(), move.getNewUri()));
            }
        });
        return edit;
    }

    /** Of files that are about to be renamed those whose renaming is nothing of ours. */
    synchronized List<FileRename> others(List<FileRename> renamed) {
        ImmutableSet<FileRename> ours =
                clock.instant().isBefore(since.plus(KEPT)) ? ImmutableSet.copyOf(given) : ImmutableSet.of();
        return renamed.stream().filter(move -> !ours.contains(move)).toList();
    }

    /** They are renamed now. */
    synchronized void made(List<FileRename> renamed) {
        given.removeAll(new HashSet<>(renamed));
    }
}
