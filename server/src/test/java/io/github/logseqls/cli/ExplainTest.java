package io.github.logseqls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.check.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainTest {

    @ParameterizedTest
    @EnumSource
    void eachFindingIsExplained(Code code) {
        CommandRun run = CommandRun.of("explain", code.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(code + " (" + code.severity() + ")\n\n")
                .doesNotContain("Severity:", "##");
        assertThat(run.out().length()).isGreaterThan(100);
    }

    @Test
    void withoutACodeAllAreListed() {
        CommandRun run = CommandRun.of("explain");
        assertThat(run.out().lines()).hasSameSizeAs(Code.values());
        assertThat(run.out()).contains("broken-block-ref");
    }

    @Test
    void whatThereIsNotIsSaid() {
        CommandRun run = CommandRun.of("explain", "broken");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there are no findings named broken");
    }
}
