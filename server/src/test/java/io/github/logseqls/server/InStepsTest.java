package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InStepsTest {

    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<String> second = new CompletableFuture<>();
    private final CompletableFuture<String> answer = InSteps.of(first, found -> second);

    @Test
    void theAnswerIsThatOfTheSecondStep() {
        first.complete("a");
        second.complete("b");
        assertThat(answer.join()).isEqualTo("b");
    }

    @Test
    void whoeverCancelsItCancelsTheFirstStep() {
        answer.cancel(true);
        assertThat(first).isCancelled();
    }

    @Test
    void whoeverCancelsItLaterCancelsTheSecond() {
        first.complete("a");
        answer.cancel(true);
        assertThat(second).isCancelled();
    }

    @Test
    void whatFailsInAStepFailsTheAnswer() {
        first.completeExceptionally(new IllegalStateException("broken"));
        assertThatThrownBy(answer::join).hasRootCauseMessage("broken");
    }
}
