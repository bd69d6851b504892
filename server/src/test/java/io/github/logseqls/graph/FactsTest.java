package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactsTest {

    private static final PagePath PATH = new PagePath("pages/a.md");
    private static final List<PagePath> PATHS = List.of(
            PATH,
            new PagePath("journals/2024_01_05.md"),
            new PagePath("journals/notes.md"),
            new PagePath("pages/a (conflicted copy 2024-01-05).md"));
    private static final BlockId ID =
            BlockId.parse("5f0e0001-1c2d-4e3f-8a4b-0123456789ab").orElseThrow();

    @ParameterizedTest
    @EnumSource
    void factsOfAnEditedPageEqualThoseReadAnew(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            Outline outline = Outline.parse(Text.of(RandomPages.next(random)), syntax);
            PagePath path = PATHS.get(random.nextInt(PATHS.size()));
            Facts facts = Facts.of(path, outline, GraphConfig.NEW_GRAPH);
            for (int step = 0; step < 12; step++) {
                Edit edit = RandomPages.edit(outline.text(), random);
                Outline edited = outline.with(edit);
                facts = facts.edited(path, outline, edited, GraphConfig.NEW_GRAPH);
                assertThat(facts)
                        .as("-Dseed=%d, %s in %s", seed, edit, outline.text())
                        .isEqualTo(Facts.of(path, edited, GraphConfig.NEW_GRAPH));
                outline = edited;
            }
        }
    }

    @Test
    void typingThatChangesNoNameLeavesTheFactsTheSameObject() {
        Outline before = outline("title:: T\n\n- a #tag\n  id:: " + ID + "\n- ((" + ID + "))");
        Facts facts = facts(before);
        Outline after = before.with(new Edit(new Span(before.text().string().indexOf("a #"), 14), "a longer line "));
        assertThat(facts.edited(PATH, before, after, GraphConfig.NEW_GRAPH)).isSameAs(facts);
    }

    @Test
    void aPageSaysWhatItDefinesAndUses() {
        assertThat(facts(outline("""
                        title:: Some/Page
                        alias:: Other, [[Third]]
                        tags:: x

                        - TODO see [[A/B]] and ((5f0e0001-1c2d-4e3f-8a4b-0123456789ab)) #t #[[T]]
                          kind:: [[Book]]
                          note:: a, b
                        - z
                          id:: 5f0e0001-1c2d-4e3f-8a4b-0123456789ab
                          collapsed:: true""")).symbols().distinct())
                .containsExactlyInAnyOrder(
                        new Symbol.Title(PageName.of("some/page")),
                        new Symbol.FileName(PageName.of("a")),
                        new Symbol.Child(PageName.of("some")),
                        new Symbol.Alias(PageName.of("other")),
                        new Symbol.Alias(PageName.of("third")),
                        new Symbol.Spelling("Other"),
                        new Symbol.Spelling("Third"),
                        new Symbol.PageUse(PageName.of("other")),
                        new Symbol.PageUse(PageName.of("third")),
                        new Symbol.PageUse(PageName.of("x")),
                        new Symbol.PageUse(PageName.of("a/b")),
                        new Symbol.PageUse(PageName.of("a")),
                        new Symbol.PageUse(PageName.of("t")),
                        new Symbol.PageUse(PageName.of("book")),
                        new Symbol.PageUse(PageName.of("kind")),
                        new Symbol.PageUse(PageName.of("note")),
                        new Symbol.TagUse(PageName.of("t")),
                        new Symbol.Marker("TODO"),
                        new Symbol.BlockUse(ID),
                        new Symbol.Definition(ID),
                        new Symbol.Key("title"),
                        new Symbol.Key("alias"),
                        new Symbol.Key("tags"),
                        new Symbol.Key("kind"),
                        new Symbol.Key("note"),
                        new Symbol.Key("id"),
                        new Symbol.Key("collapsed"),
                        new Symbol.Value("title", "Some/Page"),
                        new Symbol.Value("alias", "Other, [[Third]]"),
                        new Symbol.Value("tags", "x"),
                        new Symbol.Value("kind", "[[Book]]"),
                        new Symbol.Value("note", "a, b"));
    }

    @Test
    void aWhiteboardSaysWhatItShows() {
        Facts facts = Facts.ofData(new PagePath("whiteboards/w.edn"), """
                {:blocks ({:block/uuid #uuid "5f0e0001-1c2d-4e3f-8a4b-0123456789ab"
                  :block/properties {:logseq.tldraw.shape {:type "logseq-portal" :pageId "Some \\"Page\\"" :blockType "P"}}}
                 {:block/properties {:logseq.tldraw.shape {:pageId "5f0e0002-1c2d-4e3f-8a4b-0123456789ab"}}}
                 {:block/properties {:logseq.tldraw.shape {:refs ["linked" "5f0e0003-1c2d-4e3f-8a4b-0123456789ab"]}}})}""", GraphConfig.NEW_GRAPH);
        assertThat(facts.symbols().distinct())
                .containsExactlyInAnyOrder(
                        new Symbol.Title(PageName.of("w")),
                        new Symbol.DataDefinition(ID),
                        new Symbol.PageUse(PageName.of("some \"page\"")),
                        new Symbol.BlockUse(BlockId.parse("5f0e0002-1c2d-4e3f-8a4b-0123456789ab")
                                .orElseThrow()),
                        new Symbol.PageUse(PageName.of("linked")),
                        new Symbol.BlockUse(BlockId.parse("5f0e0003-1c2d-4e3f-8a4b-0123456789ab")
                                .orElseThrow()));
    }

    private static Facts facts(Outline outline) {
        return Facts.of(PATH, outline, GraphConfig.NEW_GRAPH);
    }

    private static Outline outline(String text) {
        return Outline.parse(Text.of(text), Syntax.MARKDOWN);
    }
}
