package io.github.logseqls.check;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Pages;
import io.github.logseqls.graph.Severity;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

    private static final PagePath PATH = new PagePath("pages/a.md");

    @ParameterizedTest
    @EnumSource
    void whereNothingMayBeFoundNothingIs(Syntax syntax) {
        check(syntax, CheckSettings.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void norWhereAllIsLookedFor(Syntax syntax) {
        ImmutableMap<String, Severity> severities =
                Arrays.stream(Code.values()).collect(toImmutableMap(Code::toString, code -> Severity.INFO));
        check(syntax, new CheckSettings(severities, ImmutableSet.of()));
    }

    private static void check(Syntax syntax, CheckSettings settings) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int passedOver = 0;
        for (int round = 0; round < 5000; round++) {
            Outline outline = Outline.parse(Text.of(RandomPages.next(random)), syntax);
            Facts facts = Facts.of(PATH, outline, GraphConfig.NEW_GRAPH);
            Graph graph = Graph.empty(Graph.Extent.COMPLETE, GraphConfig.NEW_GRAPH)
                    .with(PATH, facts)
                    .with(new PagePath("pages/b.md"), facts(RandomPages.next(random), syntax));
            if (!Findings.mayBeIn(graph, facts, settings)) {
                passedOver++;
                Snapshot snapshot = new Snapshot(graph, new OnePage(outline));
                assertThat(Findings.lookedFor(snapshot, new Page(PATH, outline, GraphConfig.NEW_GRAPH), settings))
                        .as("-Dseed=%d, %s", seed, outline.text())
                        .isEmpty();
            }
        }
        assertThat(passedOver).isGreaterThan(500);
    }

    private static Facts facts(String text, Syntax syntax) {
        return Facts.of(new PagePath("pages/b.md"), Outline.parse(Text.of(text), syntax), GraphConfig.NEW_GRAPH);
    }

    private record OnePage(Outline only) implements Pages {

        @Override
        public Optional<Outline> outline(PagePath path) {
            return path.equals(PATH) ? Optional.of(only) : Optional.empty();
        }

        @Override
        public Optional<Text> text(PagePath path) {
            return outline(path).map(Outline::text);
        }

        @Override
        public boolean isThere(PagePath path) {
            return path.equals(PATH) || path.equals(new PagePath("assets"));
        }

        @Override
        public String uri(PagePath path) {
            return path.path();
        }
    }
}
