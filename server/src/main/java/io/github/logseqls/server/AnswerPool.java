package io.github.logseqls.server;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** A few threads that compute answers. A bug costs one answer, and the editor's log tells of it. */
final class AnswerPool {

    private final LanguageClient editor;
    private final ExecutorService threads;

    AnswerPool(String name, LanguageClient editor) {
        this.editor = editor;
        this.threads = Executors.newFixedThreadPool(
                Math.max(2, Runtime.getRuntime().availableProcessors()), Threads.named(name));
    }

    /**
     * Computes an answer, unless it is cancelled before its turn comes.
     *
     * @param nothing the answer where a bug strikes
     */
    <T extends @Nullable Object> CompletableFuture<T> compute(
            String method, T nothing, Function<CancelChecker, T> feature) {
        return CompletableFutures.computeAsync(threads, cancel -> guarded(method, nothing, cancel, feature));
    }

    /** As {@link #compute}, when what it is computed from is ready, for which no thread waits. */
    <F, T extends @Nullable Object> CompletableFuture<T> computeWith(
            CompletableFuture<F> from, String method, T nothing, BiFunction<F, CancelChecker, T> feature) {
        CompletableFuture<CancelChecker> start = new CompletableFuture<>();
        CompletableFuture<T> answer = start.thenCombineAsync(
                from, (cancel, ready) -> guarded(method, nothing, cancel, c -> feature.apply(ready, c)), threads);
        start.complete(new CompletableFutures.FutureCancelChecker(answer));
        return answer;
    }

    void close() {
        threads.shutdownNow();
    }

    private <T extends @Nullable Object> T guarded(
            String method, T nothing, CancelChecker cancel, Function<CancelChecker, T> feature) {
        cancel.checkCanceled();
        try {
            return feature.apply(cancel);
        } catch (CancellationException | ResponseErrorException meant) {
            throw meant;
        } catch (RuntimeException | StackOverflowError bug) {
            editor.logMessage(new MessageParams(MessageType.Error, "%s failed: %s".formatted(method, bug)));
            return nothing;
        }
    }
}
