package io.github.logseqls.server;

import com.google.gson.JsonObject;
import io.github.logseqls.feature.editing.IdToWrite;
import io.github.logseqls.outline.BlockId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * The references listed last that lead to blocks of other files by ids which these do not have yet. Some editors run the command of
 * an item that is chosen, others know no such thing: there the reference itself says what was chosen, when it comes into a document
 * and no command follows.
 */
final class ListedReferences {

    private static final long PATIENCE_MILLIS = 1000;

    private static final int ID_LENGTH = 36;
    /** So many characters of an id may by chance be those that stood in its place. */
    private static final int CHANCE = 4;

    private final Consumer<IdToWrite> write;
    private final Set<BlockId> awaited = ConcurrentHashMap.newKeySet();
    private volatile Map<BlockId, IdToWrite> listed = new ConcurrentHashMap<>();

    /** @param write gives a block its id */
    ListedReferences(Consumer<IdToWrite> write) {
        this.write = write;
    }

    /** The list, in place of the one before. */
    CompletionList listed(CompletionList list) {
        Map<BlockId, IdToWrite> ids = new ConcurrentHashMap<>();
        list.getItems().forEach(item -> id(item).ifPresent(id -> ids.put(id.newId(), id)));
        listed = ids;
        return list;
    }

    private static Optional<IdToWrite> id(CompletionItem item) {
        return Optional.ofNullable(item.getCommand())
                .filter(command -> command.getCommand().equals(IdToWrite.COMMAND))
                .flatMap(command -> command.getArguments().get(0) instanceof JsonObject argument
                        ? IdToWrite.of(argument)
                        : Optional.empty());
    }

    /** Some text was put into a document. */
    void inserted(List<TextDocumentContentChangeEvent> changes) {
        changes.stream().flatMap(change -> idsIn(change.getText())).forEach(id -> {
            awaited.add(id.newId());
            CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> writeIfAwaited(id));
        });
    }

    /** Of a text that takes the place of another, an editor may send but the part that differs. */
    private Stream<IdToWrite> idsIn(String text) {
        return listed.values().stream()
                .filter(id -> text.contains(id.newId().toString().substring(CHANCE, ID_LENGTH - CHANCE)));
    }

    private void writeIfAwaited(IdToWrite id) {
        if (awaited.remove(id.newId())) {
            write.accept(id);
        }
    }

    /** The editor asks for an id by itself. */
    void asked(BlockId id) {
        listed.remove(id);
        awaited.remove(id);
    }
}
