package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import org.junit.jupiter.api.Test;

class PageNamesTest {

    private Graph graph = Graph.empty(Graph.Extent.COMPLETE, GraphConfig.NEW_GRAPH);

    @Test
    void aPageGoesByItsTitleAndItsAliases() {
        put("pages/a.md", "alias:: Other, Third");
        put("pages/b.md", "alias:: third");
        assertThat(names("a")).containsExactlyInAnyOrder("a", "other", "third", "b");
        assertThat(names("OTHER")).containsExactlyInAnyOrder("a", "other", "third", "b");
        assertThat(sources("other")).containsExactly("pages/a.md", "pages/b.md");
        assertThat(names("nowhere")).containsExactly("nowhere");
        assertThat(sources("nowhere")).isEmpty();
    }

    @Test
    void twoFilesOfOneTitleAreOnePage() {
        put("pages/z.md", "title:: Same");
        put("journals/same.md", "- x");
        assertThat(sources("same")).containsExactly("journals/same.md", "pages/z.md");
    }

    @Test
    void journalsAreNamedInTheGraphsOwnFormat() {
        put("journals/2024_01_05.md", "- x");
        assertThat(sources("Jan 5th, 2024")).containsExactly("journals/2024_01_05.md");
    }

    @Test
    void aNamespaceHasThePagesBelowIt() {
        put("pages/x___y.md", "- [[x/z/w]] #x/t");
        put("pages/other.md", "- [[X/Y]]");
        assertThat(graph.pages().children(PageName.of("x")))
                .extracting(PageName::toString)
                .containsExactlyInAnyOrder("x/y", "x/z", "x/t");
        assertThat(graph.pages().children(PageName.of("y"))).isEmpty();
    }

    @Test
    void pagesExistByFileByAliasOrByTheApp() {
        put("pages/a.md", "alias:: b\n\n- [[c d]]");
        assertThat(graph.pages().exists(PageName.of("A"))).isTrue();
        assertThat(graph.pages().exists(PageName.of("b"))).isTrue();
        assertThat(graph.pages().exists(PageName.of("todo"))).isTrue();
        assertThat(graph.pages().exists(PageName.of("c d"))).isFalse();
    }

    private Iterable<String> names(String name) {
        return graph.pages().all(PageName.of(name)).stream()
                .map(PageName::toString)
                .toList();
    }

    private Iterable<String> sources(String name) {
        return graph.pages().sources(PageName.of(name)).stream()
                .map(PagePath::path)
                .toList();
    }

    private void put(String path, String text) {
        PagePath file = new PagePath(path);
        graph = graph.with(file, Facts.of(file, Outline.parse(Text.of(text), Syntax.MARKDOWN), GraphConfig.NEW_GRAPH));
    }
}
