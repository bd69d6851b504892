package io.github.logseqls.feature;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.logseqls.feature.diagnostics.FileDiagnostics;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are made to take long. */
class HostileFindingsTest {

    private static final String BROKEN = "((11111111-1111-1111-1111-111111111111))";

    static Stream<String> pages() {
        String blanks = " ".repeat(20_000);
        return Stream.of(
                "-- pages/a.md --\n- %s <!-- logseq-ls: ignore%s!".formatted(BROKEN, blanks),
                "-- pages/a.md --\n- %s %s".formatted(BROKEN, "<!-- logseq-ls: ignore a ".repeat(20_000)),
                "-- pages/a.org --\n* %s\n# logseq-ls: ignore%s!".formatted(BROKEN, blanks),
                "-- pages/a.md --\n- [x](a%sx.or)".formatted("/".repeat(200_000)),
                "-- pages/a.md --\n- a\n  #+BEGIN_%s #+END_x y".formatted("a".repeat(300_000)),
                "-- pages/a.md --\n- a\n  $$%s$".formatted("\\a".repeat(200_000)),
                "-- pages/a.md --\n- a\n  %s:: x".formatted("a".repeat(100_000)),
                "-- pages/a.md --\n- [x](./%sx.!)".formatted(".a".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theirFindingsAreThereInTime(String page) {
        Snapshot snapshot = Archive.read(page + "\n", "\n").snapshot();
        PagePath path = new PagePath(page.contains(".org --") ? "pages/a.org" : "pages/a.md");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> FileDiagnostics.ofFile(snapshot, path, CheckSettings.NONE, Encoding.UTF16));
    }
}
