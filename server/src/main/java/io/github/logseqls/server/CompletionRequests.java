package io.github.logseqls.server;

import io.github.logseqls.feature.completion.Completion;
import io.github.logseqls.feature.completion.CompletionNotes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What may be typed. */
interface CompletionRequests extends DocumentService {

    @Override
    default CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        String uri = params.getTextDocument().getUri();
        if (Completion.isBegun(Optional.ofNullable(params.getContext()))) {
            session().workspace().search().prepare();
        }
        CompletableFuture<Optional<Completion>> typed = session()
                .answerAt(
                        "completion",
                        params.getTextDocument(),
                        params.getPosition(),
                        Optional.empty(),
                        at -> Completion.at(
                                at.snapshot(),
                                at.page(),
                                uri,
                                at.offset(),
                                Optional.ofNullable(params.getContext()),
                                client()));
        return InSteps.of(typed, completion -> CompletionAnswer.of(session(), completion));
    }

    @Override
    default CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        return CompletionNotes.uri(item)
                .map(uri -> session()
                        .answerOfFile(
                                "completionItem/resolve",
                                uri,
                                item,
                                file -> CompletionNotes.resolved(
                                        file.snapshot(),
                                        file.path(),
                                        item,
                                        session().today(),
                                        client())))
                .orElseGet(() -> CompletableFuture.completedFuture(item));
    }
}
