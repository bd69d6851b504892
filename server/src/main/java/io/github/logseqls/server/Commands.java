package io.github.logseqls.server;

import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonObject;
import io.github.logseqls.feature.editing.IdToWrite;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.jspecify.annotations.Nullable;

/** What any editor can have done by {@code workspace/executeCommand}; each command takes one JSON object. */
final class Commands {

    /** A command: what it makes of a session and its argument. */
    private interface Command extends BiFunction<Session, JsonObject, CompletableFuture<@Nullable Object>> {}

    private static final ImmutableMap<String, Command> BY_NAME = ImmutableMap.<String, Command>builder()
            .put("logseq-ls.moveBlocks", BlockCommands::move)
            .put("logseq-ls.duplicateBlocks", BlockCommands::duplicate)
            .put("logseq-ls.deleteBlocks", BlockCommands::delete)
            .put("logseq-ls.refactor", RefactorCommands::refactor)
            .put("logseq-ls.extractToPage", RefactorCommands::extractToPage)
            .put("logseq-ls.mergePage", RefactorCommands::mergePage)
            .put("logseq-ls.insertTemplate", RefactorCommands::insertTemplate)
            .put("logseq-ls.templates", RefactorCommands::templates)
            .put("logseq-ls.copyBlockRef", RefactorCommands::copyRef)
            .put("logseq-ls.copyBlockEmbed", RefactorCommands::copyEmbed)
            .put("logseq-ls.copyBlockLink", RefactorCommands::copyLink)
            .put("logseq-ls.openJournal", RefactorCommands::openJournal)
            .put(IdToWrite.COMMAND, Commands::writeId)
            .build();

    private Commands() {}

    private static CompletableFuture<@Nullable Object> writeId(Session session, JsonObject argument) {
        CompletableFuture<Boolean> written = IdToWrite.of(argument)
                .map(id -> {
                    session.listed().asked(id.newId());
                    return new ChangeToMake(session).idWritten(id);
                })
                .orElseGet(() -> CompletableFuture.completedFuture(false));
        return written.thenApply(isWritten -> isWritten);
    }

    static List<String> names() {
        return BY_NAME.keySet().asList();
    }

    /** Does what is asked for; nothing where that is none of ours, or its argument is no object. */
    @SuppressWarnings("NullAway") // The protocol's word for no result is null.
    static CompletableFuture<@Nullable Object> run(Session session, ExecuteCommandParams params) {
        Command command = BY_NAME.get(params.getCommand());
        List<Object> arguments = params.getArguments();
        return command != null && !arguments.isEmpty() && arguments.get(0) instanceof JsonObject argument
                ? command.apply(session, argument)
                : CompletableFuture.completedFuture(null);
    }
}
