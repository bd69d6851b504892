package io.github.logseqls.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.change.FreshIds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListedIdsTest {

    private static final Graph GRAPH = Graph.empty(Graph.Extent.COMPLETE, GraphConfig.NEW_GRAPH);

    @Test
    void blocksThatAreAlikeHaveIdsOfTheirOwnHoweverManyThereAre() {
        assertThat(ids("- x\n".repeat(1000))).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void aBlockKeepsItsIdWhenOthersChange() {
        List<BlockId> before = ids("- a\n- x\n- b\n- x\n" + "- c\n".repeat(500) + "- d");
        List<BlockId> after = ids("- new\n- a, with more\n- x\n- x\n" + "- c\n".repeat(500) + "- d\n");

        assertThat(after.subList(2, 4)).containsExactly(before.get(1), before.get(3));
        assertThat(after).endsWith(before.get(before.size() - 1));
    }

    private static List<BlockId> ids(String text) {
        Page page = new Page(
                new PagePath("pages/a.md"), Outline.parse(Text.of(text), Syntax.MARKDOWN), GraphConfig.NEW_GRAPH);
        ListedIds ids = new ListedIds(new FreshIds(new UUID(1, 2)));
        return IntStream.range(0, page.outline().size())
                .mapToObj(block -> ids.id(GRAPH, new BlockAt(page, block)))
                .toList();
    }
}
