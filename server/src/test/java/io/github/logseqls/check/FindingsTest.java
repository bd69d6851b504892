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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

    private static final List<String> PATHS = List.of(
            "pages/a.md",
            "pages/b.md",
            "journals/2024_01_05.md",
            "journals/1.md",
            "pages/a (conflicted copy 2024-01-05).md");
    private static final List<String> OTHERS = List.of("pages/sub/a.md", "pages/Other.md", "pages/Third.org");
    private static final List<String> HEADS =
            List.of("title:: a\n\n", "title:: Other\n", "alias:: a, b\n\n", "#+title: a\n", "#+alias: Third\n", "");

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
            Page page = page(PATHS, random, syntax);
            Page other = page(OTHERS, random, syntax);
            Facts facts = facts(page);
            Graph graph = Graph.empty(Graph.Extent.COMPLETE, GraphConfig.NEW_GRAPH)
                    .with(page.path(), facts)
                    .with(other.path(), facts(other));
            if (!Findings.mayBeIn(graph, facts, settings)) {
                passedOver++;
                Snapshot snapshot = new Snapshot(graph, new TwoPages(page, other));
                assertThat(Findings.lookedFor(snapshot, page, settings))
                        .as("-Dseed=%d, %s beside %s", seed, page, other)
                        .isEmpty();
            }
        }
        assertThat(passedOver).isGreaterThan(100);
    }

    private static Page page(List<String> paths, Random random, Syntax syntax) {
        String head = random.nextInt(3) == 0 ? HEADS.get(random.nextInt(HEADS.size())) : "";
        PagePath path = new PagePath(paths.get(random.nextInt(paths.size())));
        Text text = Text.of(head + RandomPages.next(random));
        return new Page(path, Outline.parse(text, syntax), GraphConfig.NEW_GRAPH);
    }

    private static Facts facts(Page page) {
        return Facts.of(page.path(), page.outline(), page.config());
    }

    private record TwoPages(Page one, Page other) implements Pages {

        @Override
        public Optional<Outline> outline(PagePath path) {
            return Stream.of(one, other)
                    .filter(page -> page.path().equals(path))
                    .map(Page::outline)
                    .findFirst();
        }

        @Override
        public Optional<Text> text(PagePath path) {
            return outline(path).map(Outline::text);
        }

        @Override
        public boolean isThere(PagePath path) {
            return outline(path).isPresent() || path.equals(new PagePath("assets"));
        }

        @Override
        public String uri(PagePath path) {
            return path.path();
        }
    }
}
