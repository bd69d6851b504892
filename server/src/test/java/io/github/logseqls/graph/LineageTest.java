package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineageTest {

    private final Graph first =
            Graph.empty(Graph.Extent.COMPLETE, GraphConfig.NEW_GRAPH).with(path("a"), facts("- [[x]]"));

    @Test
    void aGraphTellsWhichFilesChangedSinceAnEarlierOne() {
        Graph second = first.with(path("b"), facts("- [[y]]"));
        Graph third = second.without(path("a"));
        assertThat(third.changedSince(third).orElseThrow()).isEmpty();
        assertThat(third.changedSince(second).orElseThrow()).containsExactly(path("a"));
        assertThat(third.changedSince(first).orElseThrow()).containsExactlyInAnyOrder(path("a"), path("b"));
    }

    @Test
    void whatIsSaidOfItsFilesChangesNone() {
        Graph found = first.with(Graph.Extent.INCOMPLETE).with(path("a"), ImmutableList.of());
        assertThat(found.changedSince(first).orElseThrow()).isEmpty();
    }

    @Test
    void ofALaterOneOfAnotherWayAndOfOtherSettingsItKnowsNothing() {
        Graph second = first.with(path("b"), facts("- [[y]]"));
        Graph aside = first.with(path("b"), facts("- [[z]]"));
        assertThat(first.changedSince(second)).isEmpty();
        assertThat(aside.changedSince(second)).isEmpty();
        assertThat(first.with(GraphConfig.DEFAULT).changedSince(first)).isEmpty();
    }

    @Test
    void ofAGraphManyStepsBackItKnowsNothing() {
        Graph later = IntStream.range(0, 100)
                .boxed()
                .reduce(
                        first,
                        (graph, step) -> graph.with(path("b"), facts("- [[" + step + "]]")),
                        (one, other) -> one);
        assertThat(later.changedSince(first)).isEmpty();
    }

    private static PagePath path(String name) {
        return new PagePath("pages/" + name + ".md");
    }

    private static Facts facts(String text) {
        return Facts.of(path("a"), Outline.parse(Text.of(text), Syntax.MARKDOWN), GraphConfig.NEW_GRAPH);
    }
}
