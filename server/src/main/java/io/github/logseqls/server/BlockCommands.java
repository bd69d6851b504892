package io.github.logseqls.server;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.editing.BlockEdits;
import io.github.logseqls.feature.editing.BlockEdits.End;
import io.github.logseqls.feature.editing.BlockEdits.Step;
import io.github.logseqls.graph.Page;
import io.github.logseqls.workspace.View;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** The commands that edit the outline around a selection, and have the editor apply what comes of it. */
final class BlockCommands {

    /** Whoever types on while a block is moved changes the document under the edit, which is then made anew. */
    private static final int ATTEMPTS = 4;

    private static final Gson GSON = new Gson();
    private static final String DELETE = "Delete";
    private static final String KEEP = "Keep";

    /** The blocks that a command is about: those that a range of an open document touches. */
    private record Selected(TextDocumentIdentifier textDocument, Range range) {}

    /**
     * Where blocks go to: to a page by its title, or below the block at a position.
     *
     * @param at {@code start} or {@code end}, which is meant where nothing is said
     */
    private record Target(
            @Nullable String page,
            @Nullable TextDocumentIdentifier textDocument,
            @Nullable Position position,
            @Nullable String at) {

        End end() {
            return "start".equals(at) ? End.START : End.END;
        }
    }

    private final Session session;
    private final Selected selected;
    private final BiFunction<BlockEdits, View, BlockEdits.Made> edit;

    private BlockCommands(Session session, Selected selected, BiFunction<BlockEdits, View, BlockEdits.Made> edit) {
        this.session = session;
        this.selected = selected;
        this.edit = edit;
    }

    /** Moves blocks {@code up}, {@code down}, {@code in} or {@code out}, or to another place. */
    static CompletableFuture<@Nullable Object> move(Session session, JsonObject argument) {
        if (argument.get("to") instanceof JsonPrimitive word) {
            Optional<Step> step = Step.named(word.getAsString());
            return step.isPresent() ? run(session, argument, (edits, view) -> edits.moved(step.get())) : nothing();
        }
        Target target = GSON.fromJson(argument.get("to"), Target.class);
        String title = target.page();
        if (title != null) {
            return run(session, argument, (edits, view) -> edits.movedTo(title, target.end()));
        }
        TextDocumentIdentifier document = target.textDocument();
        Position position = target.position();
        return document == null || position == null
                ? nothing()
                : run(
                        session,
                        argument,
                        (edits, view) -> below(session, edits, view, document, position, target.end()));
    }

    private static BlockEdits.Made below(
            Session session, BlockEdits edits, View view, TextDocumentIdentifier document, Position position, End end) {
        // A page of the same graph, open or not.
        Optional<Page> page = session.workspace()
                .located(document.getUri())
                .filter(file -> file.snapshot().uri().equals(view.snapshot().uri()))
                .flatMap(file -> view.snapshot().page(file.path()));
        var encoding = session.client().abilities().encoding();
        return page.map(found ->
                        edits.movedBelow(found, found.outline().text().offset(Edits.position(position), encoding), end))
                .orElseGet(BlockEdits::nowhere);
    }

    /** Copies blocks to behind them. */
    static CompletableFuture<@Nullable Object> duplicate(Session session, JsonObject argument) {
        FreshIds ids = new FreshIds(UUID.randomUUID());
        return run(session, argument, (edits, view) -> edits.copied(ids));
    }

    /** Deletes blocks, after a question where others refer to them. */
    static CompletableFuture<@Nullable Object> delete(Session session, JsonObject argument) {
        return run(session, argument, (edits, view) -> edits.deleted());
    }

    private static CompletableFuture<@Nullable Object> run(
            Session session, JsonObject argument, BiFunction<BlockEdits, View, BlockEdits.Made> edit) {
        return new BlockCommands(session, GSON.fromJson(argument, Selected.class), edit).attempt(ATTEMPTS);
    }

    @SuppressWarnings("NullAway") // The protocol's word for no result is null.
    private static CompletableFuture<@Nullable Object> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    /** What was made of which version of the document. */
    private record Attempt(int version, BlockEdits.Made made) {}

    private CompletableFuture<@Nullable Object> attempt(int left) {
        String uri = selected.textDocument().getUri();
        return session.answer(
                        "workspace/executeCommand",
                        uri,
                        Optional.<Attempt>empty(),
                        view -> Optional.of(new Attempt(view.version(), made(view))))
                .thenCompose(attempt -> attempt.isEmpty() ? nothing() : asked(attempt.get(), left));
    }

    private BlockEdits.Made made(View view) {
        var client = session.client().abilities();
        var text = view.page().outline().text();
        var span = Edits.span(text, selected.range(), client.encoding());
        return edit.apply(new BlockEdits(view.snapshot(), view.page(), span, client), view);
    }

    private CompletableFuture<@Nullable Object> asked(Attempt attempt, int left) {
        attempt.made().edits().refusal().ifPresent(session::refuse);
        if (attempt.made().edits().edit().isEmpty()) {
            return nothing();
        }
        if (attempt.made().dangling() == 0) {
            return applied(attempt, left);
        }
        return session.editor()
                .showMessageRequest(question(attempt.made().dangling()))
                .thenCompose(answer ->
                        answer != null && answer.getTitle().equals(DELETE) ? applied(attempt, left) : nothing());
    }

    private static ShowMessageRequestParams question(int dangling) {
        ShowMessageRequestParams question =
                new ShowMessageRequestParams(List.of(new MessageActionItem(DELETE), new MessageActionItem(KEEP)));
        question.setType(MessageType.Warning);
        question.setMessage(
                dangling == 1
                        ? "1 reference leads to what is to be deleted, and will lead nowhere."
                        : dangling + " references lead to what is to be deleted, and will lead nowhere.");
        return question;
    }

    private CompletableFuture<@Nullable Object> applied(Attempt attempt, int left) {
        WorkspaceEdit made = attempt.made().edits().edit().orElseThrow();
        return new ChangeToMake(session).applied(made).thenCompose(isApplied -> {
            if (isApplied) {
                return CompletableFuture.completedFuture(attempt.made()
                        .selected()
                        .<Object>map(Location.class::cast)
                        .orElse(null));
            }
            boolean isOld = session.workspace()
                    .view(selected.textDocument().getUri())
                    .filter(view -> view.version() == attempt.version())
                    .isEmpty();
            if (isOld && left > 1) {
                return attempt(left - 1);
            }
            session.refuse(ChangeToMake.NOT_MADE);
            return nothing();
        });
    }
}
