package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The files that the last edit of ours renames. An editor that makes such an edit asks what follows when they are renamed, as it
 * does when the user renames one: then that edit says all that follows. Whether it was made, or shown and dismissed, nobody tells.
 * It was where nothing follows any more in some document that it changes.
 */
final class OwnMoves {

    /** After that what follows is found out anew whatever it is, which is nothing if the edit was made. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Clock clock;
    private final Set<FileRename> given = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
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
        changed.clear();
        since = clock.instant();
        changed.addAll(documents(edit));
        edit.getDocumentChanges().forEach(change -> {
            if (change.isRight() && change.getRight() instanceof RenameFile move) {
                given.add(new FileRename(move.getOldUri(), move.getNewUri()));
            }
        });
        return edit;
    }

    /** Of files that are about to be renamed those whose renaming is nothing of ours. */
    synchronized ImmutableList<FileRename> others(List<FileRename> renamed) {
        boolean isKept = clock.instant().isBefore(since.plus(KEPT));
        return renamed.stream()
                .filter(move -> !isKept || !given.contains(move))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Whether the edit was made.
     *
     * @param follows what follows as far as is known now; empty where that is not known, since files on disk have just changed
     */
    synchronized boolean isMade(Optional<WorkspaceEdit> follows) {
        return follows.isEmpty() || !documents(follows.get()).containsAll(changed);
    }

    /** They are renamed now. */
    synchronized void made(List<FileRename> renamed) {
        given.removeAll(new HashSet<>(renamed));
    }

    /** The documents whose text an edit changes. */
    private static ImmutableSet<String> documents(WorkspaceEdit edit) {
        return edit.getDocumentChanges() == null
                ? ImmutableSet.of()
                : edit.getDocumentChanges().stream()
                        .filter(Either::isLeft)
                        .map(change -> change.getLeft().getTextDocument().getUri())
                        .collect(ImmutableSet.toImmutableSet());
    }
}
