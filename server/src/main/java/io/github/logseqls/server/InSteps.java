package io.github.logseqls.server;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Answers that are computed in two steps: whoever cancels one cancels the step that is under way. */
final class InSteps {

    private InSteps() {}

    /** What {@code next} makes of the first step. */
    static <F, T> CompletableFuture<T> of(CompletableFuture<F> first, Function<F, CompletableFuture<T>> next) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        var unused = cancelledWith(answer, first)
                .thenCompose(found -> cancelledWith(answer, next.apply(found)))
                .whenComplete((value, error) -> {
                    if (error == null) {
                        answer.complete(value);
                    } else {
                        answer.completeExceptionally(error);
                    }
                });
        return answer;
    }

    private static <T> CompletableFuture<T> cancelledWith(CompletableFuture<?> answer, CompletableFuture<T> step) {
        var unused = answer.whenComplete((value, error) -> step.cancel(true));
        return step;
    }
}
