package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewPageTest {

    private static final GraphConfig CONFIG = GraphConfig.NEW_GRAPH;

    @Test
    void isNamedByTheGraphsFormat() {
        assertThat(made(CONFIG, "a/b")).contains(page("pages/a___b.md", "- "));
        assertThat(made(GraphConfig.DEFAULT, "a/b")).contains(page("pages/a%2Fb.md", "- "));
    }

    @Test
    void isWrittenInTheSyntaxThatTheGraphPrefers() {
        GraphConfig org = GraphConfig.DEFAULT.with("preferred-format", new Keyword("org"));
        assertThat(made(org, "x")).contains(page("pages/x.org", "* "));
        assertThat(made(org, "ends.")).contains(page("pages/ends..org", "#+title: ends.\n\n* "));
    }

    @Test
    void saysItsTitleWhereTheNameOfTheFileCannot() {
        assertThat(made(GraphConfig.DEFAULT, "v1.2")).contains(page("pages/v1.2.md", "title:: v1.2\n\n- "));
    }

    @Test
    void liesInTheFolderOfItsKind() {
        GraphConfig folders = CONFIG.with("pages-directory", "notes/all/").with("journals-directory", "days");
        assertThat(made(folders, "x")).contains(page("notes/all/x.md", "- "));
        assertThat(made(folders, "2026-11-14")).contains(page("days/2026_11_14.md", "- "));
        assertThat(made(CONFIG.with("journal/file-name-format", "yyyy-MM-dd"), "Nov 14th, 2026"))
                .contains(page("journals/2026-11-14.md", "- "));
    }

    @Test
    void neverLeavesTheGraphAndIsNeverHidden() {
        assertThat(made(CONFIG.with("pages-directory", "../other"), "x")).isEmpty();
        assertThat(made(CONFIG.with("pages-directory", "notes/../.."), "x")).isEmpty();
        assertThat(made(GraphConfig.DEFAULT, "../../a")).isEmpty();
        assertThat(made(GraphConfig.DEFAULT, ".hidden")).isEmpty();
        assertThat(made(CONFIG, "a\u0000b")).isEmpty();
        assertThat(made(CONFIG, " ")).isEmpty();
    }

    @Test
    void isNoneWhereTheFileIsThereOrNotAllIsKnown() {
        Graph graph = Graph.empty(Graph.Extent.COMPLETE, CONFIG);
        assertThat(NewPage.of(graph.with(new PagePath("pages/x.md"), Facts.ASSET), "x"))
                .isEmpty();
        assertThat(NewPage.of(
                        graph.with(new PagePath("pages/x.md"), Facts.unreadable(new PagePath("pages/x.md"), CONFIG)),
                        "y"))
                .isEmpty();
        assertThat(NewPage.of(Graph.empty(Graph.Extent.LOADING, CONFIG), "x")).isEmpty();
    }

    private static Optional<NewPage> made(GraphConfig config, String title) {
        return NewPage.of(Graph.empty(Graph.Extent.COMPLETE, config), title);
    }

    private static NewPage page(String path, String content) {
        return new NewPage(new PagePath(path), content);
    }
}
