package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.logseqls.feature.editing.IdToWrite;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** What any editor can have done by {@code workspace/executeCommand}; each command takes one JSON object. */
final class Commands {

    /** What a command makes of a session and its argument. */
    private interface Action extends BiFunction<Session, JsonObject, CompletableFuture<@Nullable Object>> {}

    /** A command, and what its argument must have. */
    private record Command(Action action, ImmutableList<String> members) {

        static Command with(Action action, String... members) {
            return new Command(action, ImmutableList.copyOf(members));
        }
    }

    private static final ImmutableMap<String, Command> BY_NAME = ImmutableMap.<String, Command>builder()
            .put("logseq-ls.moveBlocks", Command.with(BlockCommands::move, "textDocument", "range", "to"))
            .put("logseq-ls.duplicateBlocks", Command.with(BlockCommands::duplicate, "textDocument", "range"))
            .put("logseq-ls.deleteBlocks", Command.with(BlockCommands::delete, "textDocument", "range"))
            .put("logseq-ls.refactor", Command.with(RefactorCommands::refactor, "textDocument", "range", "refactoring"))
            .put(
                    "logseq-ls.extractToPage",
                    Command.with(RefactorCommands::extractToPage, "textDocument", "range", "page"))
            .put("logseq-ls.mergePage", Command.with(RefactorCommands::mergePage, "textDocument", "range", "page"))
            .put(
                    "logseq-ls.insertTemplate",
                    Command.with(RefactorCommands::insertTemplate, "textDocument", "range", "template"))
            .put("logseq-ls.templates", Command.with(RefactorCommands::templates, "textDocument"))
            .put("logseq-ls.copyBlockRef", Command.with(RefactorCommands::copyRef, "textDocument", "range"))
            .put("logseq-ls.copyBlockEmbed", Command.with(RefactorCommands::copyEmbed, "textDocument", "range"))
            .put("logseq-ls.copyBlockLink", Command.with(RefactorCommands::copyLink, "textDocument", "range"))
            .put("logseq-ls.openJournal", Command.with(RefactorCommands::openJournal, "textDocument", "day"))
            .put(IdToWrite.COMMAND, Command.with(Commands::writeId))
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

    /** Does what is asked for; nothing where that is none of ours, an error where its argument is not as it must be. */
    @SuppressWarnings("NullAway") // The protocol's word for no result is null.
    static CompletableFuture<@Nullable Object> run(Session session, ExecuteCommandParams params) {
        Command command = BY_NAME.get(params.getCommand());
        if (command == null) {
            return CompletableFuture.completedFuture(null);
        }
        JsonElement argument = params.getArguments().stream()
                .findFirst()
                .map(JsonElement.class::cast)
                .orElse(JsonNull.INSTANCE);
        Optional<String> fault = CommandArgument.fault(argument, command.members());
        return fault.isEmpty()
                ? command.action().apply(session, argument.getAsJsonObject())
                : CompletableFuture.failedFuture(new ResponseErrorException(new ResponseError(
                        ResponseErrorCode.InvalidParams,
                        "The command %s cannot be run. %s".formatted(params.getCommand(), fault.get()),
                        null)));
    }
}
