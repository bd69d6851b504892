package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.feature.editing.CodeActions;
import io.github.logseqls.feature.editing.FixToMake;
import io.github.logseqls.feature.editing.Formatting;
import io.github.logseqls.feature.editing.LinkedEditing;
import io.github.logseqls.feature.editing.OnTypeFormatting;
import io.github.logseqls.feature.editing.RefactorActions;
import io.github.logseqls.feature.editing.RefactoringToMake;
import io.github.logseqls.feature.editing.Renames;
import io.github.logseqls.fix.Given;
import io.github.logseqls.text.Span;
import io.github.logseqls.workspace.View;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.LinkedEditingRangeParams;
import org.eclipse.lsp4j.LinkedEditingRanges;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.jspecify.annotations.Nullable;

/** What those who write are helped with. */
interface EditRequests extends DocumentService {

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for nothing to edit is null.
    default CompletableFuture<@Nullable LinkedEditingRanges> linkedEditingRange(LinkedEditingRangeParams params) {
        return atCaret(
                "linkedEditingRange",
                params,
                null,
                at -> LinkedEditing.at(at.page(), at.offset(), encoding()).orElse(null));
    }

    @Override
    default CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return session()
                .answer(
                        "codeAction",
                        params.getTextDocument().getUri(),
                        ImmutableList.of(),
                        (view, cancel) -> actions(view, span(view, params.getRange()), params.getContext(), cancel));
    }

    private List<Either<Command, CodeAction>> actions(
            View view, Span part, CodeActionContext context, CancelChecker cancel) {
        return ImmutableList.copyOf(Iterables.concat(
                new CodeActions(new Givens(session()).of(view, cancel), view.page(), view.uri(), client())
                        .in(part, context),
                RefactorActions.at(new Spots(session()).at(view, part), view.uri(), context, client())));
    }

    @Override
    default CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
        Optional<RefactoringToMake> refactoring = RefactoringToMake.of(action);
        return refactoring.isPresent() ? resolved(action, refactoring.get()) : fixed(action);
    }

    private CompletableFuture<CodeAction> resolved(CodeAction action, RefactoringToMake chosen) {
        String method = "codeAction/resolve";
        BiFunction<View, CancelChecker, CodeAction> made = (view, cancel) ->
                with(action, chosen.made(new Spots(session()).at(view, chosen.selection()), client()));
        return chosen.isSearched()
                ? session().walk(method, chosen.uri(), action, made)
                : session().answer(method, chosen.uri(), action, made);
    }

    private CompletableFuture<CodeAction> fixed(CodeAction action) {
        return FixToMake.of(action)
                .map(fix -> {
                    String method = "codeAction/resolve";
                    return fix.isLookup()
                            ? session()
                                    .walk(
                                            method,
                                            fix.uri(),
                                            action,
                                            (view, cancel) -> resolved(
                                                    action, fix, new Givens(session()).inFull(view, cancel), view))
                            : session()
                                    .answer(
                                            method,
                                            fix.uri(),
                                            action,
                                            (view, cancel) -> resolved(
                                                    action, fix, new Givens(session()).of(view, cancel), view));
                })
                .orElseGet(() -> CompletableFuture.completedFuture(action));
    }

    private CodeAction resolved(CodeAction action, FixToMake fix, Given given, View view) {
        ChangeEdits made = fix.made(given, view.page(), client());
        // To look something up takes its time, and nobody stops typing for it.
        return with(action, session().isAsNow(view.snapshot()) ? made : FixToMake.outdated());
    }

    private CodeAction with(CodeAction action, ChangeEdits made) {
        made.refusal().ifPresent(session()::refuse);
        return made.in(action);
    }

    @Override
    default CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return answer(
                "formatting",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> Formatting.edits(view.page(), params.getOptions().isInsertFinalNewline(), encoding()));
    }

    @Override
    default CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        boolean keepsFinalLineEnd = params.getOptions().isInsertFinalNewline();
        return answer(
                "rangeFormatting",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> Formatting.edits(view.page(), span(view, params.getRange()), keepsFinalLineEnd, encoding()));
    }

    @Override
    default CompletableFuture<List<? extends TextEdit>> onTypeFormatting(DocumentOnTypeFormattingParams params) {
        return atCaret(
                "onTypeFormatting",
                params,
                ImmutableList.of(),
                at -> OnTypeFormatting.edits(at.page(), at.offset(), encoding()));
    }

    @Override
    @SuppressWarnings("NullAway") // The protocol's word for a place where nothing can be renamed is null.
    default CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
            prepareRename(PrepareRenameParams params) {
        return atCaret(
                "prepareRename",
                params,
                null,
                at -> Either3.forSecond(Renames.prepare(at.snapshot(), at.page(), at.offset(), client())));
    }

    @Override
    @SuppressWarnings("NullAway") // Likewise.
    default CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
        return session().walkAt("rename", params.getTextDocument(), params.getPosition(), null, at -> {
            Renames made =
                    Renames.at(at.snapshot(), at.page(), at.offset(), params.getNewName(), client(), at.cancel());
            made.unsaid().forEach(session()::refuse);
            return session().moves().given(made.edit());
        });
    }
}
