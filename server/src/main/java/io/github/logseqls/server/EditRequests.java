package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.CodeActions;
import io.github.logseqls.feature.LinkedEditing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.LinkedEditingRangeParams;
import org.eclipse.lsp4j.LinkedEditingRanges;
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
        List<String> kinds = Optional.ofNullable(params.getContext().getOnly()).orElseGet(ImmutableList::of);
        return session()
                .answerAt(
                        "codeAction",
                        params.getTextDocument(),
                        params.getRange().getStart(),
                        ImmutableList.of(),
                        at -> CodeActions.at(at.snapshot(), at.page(), at.offset(), kinds, client()));
    }
}
