package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.github.logseqls.feature.ChangeEdits;
import io.github.logseqls.feature.CodeActions;
import io.github.logseqls.feature.FixToMake;
import io.github.logseqls.feature.Formatting;
import io.github.logseqls.feature.LinkedEditing;
import io.github.logseqls.feature.RefactorActions;
import io.github.logseqls.feature.RefactoringToMake;
import io.github.logseqls.workspace.View;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.LinkedEditingRangeParams;
import org.eclipse.lsp4j.LinkedEditingRanges;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
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
        return answer(
                "codeAction",
                params.getTextDocument(),
                ImmutableList.of(),
                view -> ImmutableList.copyOf(Iterables.concat(
                        new CodeActions(session().given(view.snapshot()), view.page(), view.uri(), client())
                                .in(span(view, params.getRange()), params.getContext()),
                        RefactorActions.at(
                                session().spot(view, span(view, params.getRange())),
                                view.uri(),
                                params.getContext(),
                                client()))));
    }

    @Override
    default CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
        Optional<RefactoringToMake> refactoring = RefactoringToMake.of(action);
        if (refactoring.isPresent()) {
            RefactoringToMake chosen = refactoring.get();
            return resolved(
                    action, chosen.uri(), view -> chosen.made(session().spot(view, chosen.selection()), client()));
        }
        return FixToMake.of(action)
                .map(fix -> resolved(
                        action, fix.uri(), view -> fix.made(session().given(view.snapshot()), view.page(), client())))
                .orElseGet(() -> CompletableFuture.completedFuture(action));
    }

    private CompletableFuture<CodeAction> resolved(CodeAction action, String uri, Function<View, ChangeEdits> edits) {
        return answer("codeAction/resolve", new TextDocumentIdentifier(uri), action, view -> {
            ChangeEdits made = edits.apply(view);
            made.refusal().ifPresent(session()::refuse);
            return made.in(action);
        });
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
}
