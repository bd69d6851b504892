package io.github.logseqls.server;

import com.google.common.base.Enums;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.JournalToOpen;
import io.github.logseqls.feature.editing.RefactoringToMake;
import io.github.logseqls.feature.editing.ReferenceToCopy;
import io.github.logseqls.refactor.CopiedReference;
import io.github.logseqls.refactor.Spot;
import io.github.logseqls.workspace.View;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.jspecify.annotations.Nullable;

/** The commands that bring notes into another form, and have the editor apply what comes of it. */
final class RefactorCommands {

    private static final Gson GSON = new Gson();

    /**
     * What a command is asked with; what it needs of that is there.
     *
     * @param range what is selected in the document
     * @param refactoring which one, by its name
     * @param page the name of a page, to be made or there already
     * @param template the name of a template
     * @param day {@code today}, {@code previous} or {@code next}
     */
    private record Asked(
            TextDocumentIdentifier textDocument,
            Range range,
            @Nullable String refactoring,
            @Nullable String page,
            @Nullable String template,
            @Nullable String day) {

        static Asked of(JsonObject argument) {
            return GSON.fromJson(argument, Asked.class);
        }

        String uri() {
            return textDocument.getUri();
        }
    }

    private RefactorCommands() {}

    /** Makes a refactoring that is offered at a place, by its name. */
    static CompletableFuture<@Nullable Object> refactor(Session session, JsonObject argument) {
        return edited(
                session,
                argument,
                Asked::refactoring,
                (name, spot, client, cancel) -> RefactoringToMake.named(name, spot, client));
    }

    /** Takes a block to a page of a given name. */
    static CompletableFuture<@Nullable Object> extractToPage(Session session, JsonObject argument) {
        return edited(
                session,
                argument,
                Asked::page,
                (page, spot, client, cancel) -> RefactoringToMake.extracted(page, spot, client));
    }

    /** Has a page become one with the page of a given name. */
    static CompletableFuture<@Nullable Object> mergePage(Session session, JsonObject argument) {
        return edited(session, argument, Asked::page, RefactoringToMake::merged);
    }

    static CompletableFuture<@Nullable Object> insertTemplate(Session session, JsonObject argument) {
        return edited(
                session,
                argument,
                Asked::template,
                (name, spot, client, cancel) -> RefactoringToMake.withTemplate(name, spot, client));
    }

    /** The names of all templates of the graph, to choose from. */
    static CompletableFuture<@Nullable Object> templates(Session session, JsonObject argument) {
        return session.answerOfFile(
                        "workspace/executeCommand",
                        Asked.of(argument).uri(),
                        ImmutableList.<String>of(),
                        file -> RefactoringToMake.templates(file.snapshot()))
                .thenApply(all -> all);
    }

    static CompletableFuture<@Nullable Object> copyRef(Session session, JsonObject argument) {
        return copied(session, argument, CopiedReference.Form.REF);
    }

    static CompletableFuture<@Nullable Object> copyEmbed(Session session, JsonObject argument) {
        return copied(session, argument, CopiedReference.Form.EMBED);
    }

    static CompletableFuture<@Nullable Object> copyLink(Session session, JsonObject argument) {
        return copied(session, argument, CopiedReference.Form.LINK);
    }

    /** Shows a journal, that of today also where it has to be made; answers its address. */
    static CompletableFuture<@Nullable Object> openJournal(Session session, JsonObject argument) {
        Asked asked = Asked.of(argument);
        String day = Strings.nullToEmpty(asked.day()).toUpperCase(Locale.ROOT);
        Optional<JournalToOpen.Which> which =
                Enums.getIfPresent(JournalToOpen.Which.class, day).toJavaUtil();
        if (which.isEmpty()) {
            return nothing();
        }
        return session.answerOfFile(
                        "workspace/executeCommand",
                        asked.uri(),
                        Optional.<JournalToOpen>empty(),
                        file -> Optional.of(JournalToOpen.of(
                                new Spots(session).of(file),
                                which.get(),
                                session.client().abilities())))
                .thenCompose(journal -> journal.isEmpty() ? nothing() : shown(session, journal.get()));
    }

    private static CompletableFuture<@Nullable Object> shown(Session session, JournalToOpen journal) {
        return new ChangeToMake(session).made(journal.edits()).thenCompose(isThere -> {
            if (!isThere || journal.uri().isEmpty()) {
                return nothing();
            }
            String uri = journal.uri().get();
            if (!session.client().showsDocuments()) {
                return CompletableFuture.completedFuture(uri);
            }
            ShowDocumentParams params = new ShowDocumentParams(uri);
            params.setTakeFocus(true);
            return session.editor().showDocument(params).handle((answer, failure) -> uri);
        });
    }

    /** What edits an argument makes at a place. */
    private interface Editing {
        ChangeEdits edits(String argument, Spot spot, ClientAbilities client, CancelChecker cancel);
    }

    private static CompletableFuture<@Nullable Object> edited(
            Session session, JsonObject argument, Function<Asked, @Nullable String> name, Editing editing) {
        Asked asked = Asked.of(argument);
        String given = Strings.nullToEmpty(name.apply(asked));
        return at(
                        session,
                        asked,
                        ChangeEdits.NONE,
                        (spot, cancel) ->
                                editing.edits(given, spot, session.client().abilities(), cancel))
                .thenCompose(edits -> new ChangeToMake(session).made(edits))
                .thenCompose(isThere -> nothing());
    }

    /** Answers the text for the clipboard when the block has its id. */
    private static CompletableFuture<@Nullable Object> copied(
            Session session, JsonObject argument, CopiedReference.Form form) {
        return at(
                        session,
                        Asked.of(argument),
                        Optional.<ReferenceToCopy>empty(),
                        (spot, cancel) ->
                                ReferenceToCopy.at(spot, form, session.client().abilities()))
                .thenCompose(copied -> copied.isEmpty()
                        ? nothing()
                        : new ChangeToMake(session)
                                .made(copied.get().edits())
                                .thenCompose(isThere -> isThere
                                        ? CompletableFuture.completedFuture(
                                                copied.get().text())
                                        : nothing()));
    }

    private static <T> CompletableFuture<T> at(
            Session session, Asked asked, T nothing, BiFunction<Spot, CancelChecker, T> feature) {
        return session.walk(
                "workspace/executeCommand",
                asked.uri(),
                nothing,
                (view, cancel) -> feature.apply(spot(session, view, asked.range()), cancel));
    }

    private static Spot spot(Session session, View view, Range range) {
        return new Spots(session)
                .at(
                        view,
                        Edits.span(
                                view.page().outline().text(),
                                range,
                                session.client().abilities().encoding()));
    }

    @SuppressWarnings("NullAway") // The protocol's word for no result is null.
    private static CompletableFuture<@Nullable Object> nothing() {
        return CompletableFuture.completedFuture(null);
    }
}
