package io.github.logseqls.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

    private static final int MOST = 10;

    @Test
    void anIndexKeptByDifferenceAnswersAsOneMadeAnew() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            SearchIndex index = SearchIndex.EMPTY;
            Map<PagePath, Optional<SearchedPage>> pages = new HashMap<>();
            for (int step = 0; step < 20; step++) {
                PagePath path = new PagePath("pages/" + random.nextInt(8) + ".md");
                Optional<SearchedPage> page = random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(page(path.path(), RandomPages.next(random), random.nextInt(3)));
                pages.put(path, page);
                index = index.with(ImmutableMap.of(path, page));
                SearchIndex anew = SearchIndex.EMPTY.with(pages);
                for (String query : List.of("", "te", "text", "日本", "e", "see x", "5", "lbl")) {
                    assertThat(answers(index, query))
                            .as("-Dseed=%d, %s", seed, query)
                            .isEqualTo(answers(anew, query));
                }
            }
        }
    }

    @Test
    void whatTheTrigramsPassOverIsInNoText() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            byte[] text = Folded.of(RandomPages.next(random));
            if (text.length > 0) {
                int from = random.nextInt(text.length);
                byte[] part = java.util.Arrays.copyOfRange(text, from, from + 1 + random.nextInt(text.length - from));
                Word word = Word.of(part);
                assertThat(word.mayBeIn(Trigrams.bits(text))).isTrue();
                assertThat(word.find(text, 0, text.length)).isBetween(0, from);
            }
        }
    }

    @Test
    void whatFitsBetterComesFirstWhateverItsAge() {
        SearchIndex index = index(
                page("pages/inside.md", "- unmilky", 9_000),
                page("pages/word.md", "- buy milk", 8_000),
                page("pages/start.md", "- milk and honey", 7_000),
                page("pages/exact.md", "- TODO [#A] Milk", 6_000));
        assertThat(files(index, "milk"))
                .containsExactly("pages/exact.md", "pages/start.md", "pages/word.md", "pages/inside.md");
    }

    @Test
    void ofEquallyGoodOnesTheLatestComesFirstAndJournalsLast() {
        SearchIndex index = index(
                page("pages/old.md", "- buy milk", 1_000),
                page("pages/new.md", "- buy milk", 2_000),
                page("journals/2026_11_01.md", "- buy milk", 3_000));
        assertThat(files(index, "milk")).containsExactly("pages/new.md", "pages/old.md", "journals/2026_11_01.md");
    }

    @Test
    void nearPagesCountHoweverManyAnswerAndEachBlockOnce() {
        List<SearchedPage> pages = new ArrayList<>();
        for (int page = 0; page < 2_000; page++) {
            pages.add(page("pages/" + page + ".md", "- buy milk", 10_000_000 - 1_000 * page));
        }
        SearchIndex index = index(pages.toArray(SearchedPage[]::new));
        PagePath near = new PagePath("pages/1999.md");
        PagePath young = new PagePath("pages/0.md");
        Nearness nearness = new Nearness() {
            @Override
            public int of(PagePath path) {
                return nearest().contains(path) ? 2 : 0;
            }

            @Override
            public Set<PagePath> nearest() {
                return Set.of(near, young);
            }
        };
        assertThat(index.blocks(Query.of("milk"), 3, nearness, () -> {}))
                .extracting(hit -> hit.path().path())
                .containsExactly("pages/0.md", "pages/1999.md", "pages/1.md");
    }

    @Test
    void blanksOfAnyKindPartWords() {
        SearchIndex index = index(page("pages/a.md", "- the rust own", 2_000), page("pages/b.md", "- rust own", 1_000));
        assertThat(files(index, " rust \t own ")).containsExactly("pages/b.md", "pages/a.md");
        assertThat(files(index, "\u001f")).isEqualTo(files(index, ""));
    }

    @Test
    void amongPagesTheOneThatIsReferredToMoreComesFirst() {
        SearchIndex index = index(page("pages/milk a.md", "- x", 1_000), page("pages/milk b.md", "- x", 1_000));
        ImmutableList<Hit> hits =
                index.pages(Query.of("milk"), MOST, page -> page.toString().endsWith("b") ? 5 : 0, () -> {});
        assertThat(hits).extracting(hit -> hit.path().path()).containsExactly("pages/milk b.md", "pages/milk a.md");
    }

    @Test
    void wordsBeginAtLettersBehindOthersAndAnywhereInScriptsWithoutBlanks() {
        assertThat(starts("a-b", 2)).isTrue();
        assertThat(starts("ab", 1)).isFalse();
        assertThat(starts("“ab", 3)).isTrue();
        assertThat(starts("éa", 2)).isFalse();
        assertThat(starts("日本", 3)).isTrue();
        assertThat(starts("😀a", 4)).isTrue();
    }

    @Test
    void onlyAsManyAsAskedForAreFoundAndThoseAreTheBest() {
        SearchedPage[] pages = new SearchedPage[300];
        for (int at = 0; at < pages.length; at++) {
            pages[at] = page("pages/" + at + ".md", "- milk\n- old milk", at * 1000L);
        }
        ImmutableList<Hit> hits = index(pages).blocks(Query.of("milk"), MOST, () -> {});
        assertThat(hits).hasSize(MOST);
        assertThat(hits).extracting(hit -> hit.path().path()).startsWith("pages/299.md", "pages/298.md");
        assertThat(hits).allMatch(hit -> hit instanceof Hit.OfBlock block && block.block() == 0);
    }

    private static boolean starts(String text, int at) {
        return Folded.isWordStart(Folded.of(text), 0, at);
    }

    private static List<String> files(SearchIndex index, String query) {
        return index.blocks(Query.of(query), MOST, () -> {}).stream()
                .map(hit -> hit.path().path())
                .toList();
    }

    private static List<Hit> answers(SearchIndex index, String text) {
        Query query = Query.of(text);
        return ImmutableList.<Hit>builder()
                .addAll(index.pages(query, MOST, page -> 1, () -> {}))
                .addAll(index.blocks(query, MOST, () -> {}))
                .build();
    }

    private static SearchIndex index(SearchedPage... pages) {
        Map<PagePath, Optional<SearchedPage>> all = new HashMap<>();
        for (SearchedPage page : pages) {
            all.put(page.path(), Optional.of(page));
        }
        return SearchIndex.EMPTY.with(all);
    }

    private static SearchedPage page(String file, String text, long changed) {
        PagePath path = new PagePath(file);
        Outline outline = Outline.parse(Text.of(text), Syntax.MARKDOWN);
        Facts facts = Facts.of(path, outline, GraphConfig.NEW_GRAPH).at(changed);
        return SearchedPage.named(path, facts, GraphConfig.NEW_GRAPH)
                .orElseThrow()
                .with(outline);
    }
}
