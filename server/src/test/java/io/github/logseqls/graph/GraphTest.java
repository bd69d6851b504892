package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GraphTest {

    private static final ImmutableList<PagePath> PATHS = Stream.of(
                    "pages/a.md", "pages/b.md", "journals/2026_11_01.md", "c.md", "whiteboards/w.edn")
            .map(PagePath::new)
            .collect(ImmutableList.toImmutableList());

    @Test
    void anIndexKeptByDifferenceEqualsOneMadeAnew() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Graph graph = Graph.empty(Graph.Extent.LOADING, GraphConfig.NEW_GRAPH);
            Map<PagePath, Facts> facts = new HashMap<>();
            for (int step = 0; step < 20; step++) {
                PagePath path = PATHS.get(random.nextInt(PATHS.size()));
                if (random.nextInt(4) == 0) {
                    graph = graph.without(path);
                    facts.remove(path);
                } else {
                    Facts read = read(path, RandomPages.next(random));
                    graph = graph.with(path, read);
                    facts.put(path, read);
                }
                Graph anew = Graph.empty(Graph.Extent.LOADING, GraphConfig.NEW_GRAPH);
                for (Map.Entry<PagePath, Facts> entry : facts.entrySet()) {
                    anew = anew.with(entry.getKey(), entry.getValue());
                }
                assertThat(graph.links()).as("-Dseed=%d", seed).isEqualTo(anew.links());
                assertThat(graph.paths()).as("-Dseed=%d", seed).containsExactlyInAnyOrderElementsOf(facts.keySet());
            }
        }
    }

    @Test
    void typingThatChangesNoNameLeavesTheGraphTheSameObject() {
        PagePath path = PATHS.get(0);
        String id = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
        Graph before = Graph.empty(Graph.Extent.LOADING, GraphConfig.NEW_GRAPH)
                .with(path, read(path, "- a\n  id:: " + id + "\n- ((" + id + "))"));
        Graph after = before.with(path, read(path, "- a longer line\n  id:: " + id + "\n- ((" + id + ")) and prose"));
        assertThat(after).isSameAs(before);
    }

    @Test
    void filesAreMetInTheAppsLoadOrder() {
        assertThat(Stream.of("z.md", "pages/b.md", "a/pages/x.md", "journals/z.md", "logseq/y.md", "pages/a.md")
                        .map(PagePath::new)
                        .sorted()
                        .map(PagePath::path))
                .containsExactly("logseq/y.md", "journals/z.md", "pages/a.md", "pages/b.md", "a/pages/x.md", "z.md");
    }

    @Test
    void aPageIsNamedByItsTitleOrItsFile() {
        assertThat(title("pages/a.md", "title:: Other\n\n- x")).isEqualTo("Other");
        assertThat(title("pages/a.md", "\ntitle:: not first\n\n- x")).isEqualTo("a");
        assertThat(title("pages/x___y.md", "- x")).isEqualTo("x/y");
        assertThat(title("pages/50%25 off%3F.md", "- x")).isEqualTo("50% off?");
        assertThat(title("pages/50%.md", "")).isEqualTo("50%");
        assertThat(title("pages/100%zz 日本.md", "")).isEqualTo("100%zz 日本");
        assertThat(title("pages/v1.2.md", "- x")).isEqualTo("v1.2");
    }

    private static String title(String path, String text) {
        return new Page(new PagePath(path), Outline.parse(Text.of(text), Syntax.MARKDOWN), GraphConfig.NEW_GRAPH)
                .title();
    }

    private static Facts read(PagePath path, String text) {
        return path.path().endsWith(".edn")
                ? Facts.ofData(path, text.replace("((", "#uuid \"").replace("))", "\""), GraphConfig.NEW_GRAPH)
                : Facts.of(path, Outline.parse(Text.of(text), Syntax.MARKDOWN), GraphConfig.NEW_GRAPH);
    }
}
