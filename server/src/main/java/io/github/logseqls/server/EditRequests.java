package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ChangeEdits;
import io.github.logseqls.feature.CodeActions;
import io.github.logseqls.feature.FixToMake;
import io.github.logseqls.feature.Formatting;
import io.github.logseqls.feature.LinkedEditing;
import io.github.logseqls.fix.Given;
import io.github.logseqls.workspace.View;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.LinkedEditingRangeParams;
import org.eclipse.lsp4j.LinkedEditingRanges;
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
        return session()
                .answer(
                        "codeAction",
                        params.getTextDocument().getUri(),
                        ImmutableList.of(),
                        (view, cancel) -> new CodeActions(
                                        session().given(view, cancel), view.page(), view.uri(), client())
                                .in(span(view, params.getRange()), params.getContext()));
    }

    @Override
    default CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
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
                                                    action, fix, session().givenInFull(view, cancel), view))
                            : session()
                                    .answer(
                                            method,
                                            fix.uri(),
                                            action,
                                            (view, cancel) -> resolved(
                                                    action, fix, session().given(view, cancel), view));
                })
                .orElseGet(() -> CompletableFuture.completedFuture(action));
    }

    private CodeAction resolved(CodeAction action, FixToMake fix, Given given, View view) {
        ChangeEdits found = fix.made(given, view.page(), client());
        // To look something up takes its time, and nobody stops typing for it.
        ChangeEdits made = session().isAsNow(view.snapshot()) ? found : FixToMake.outdated();
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
}
