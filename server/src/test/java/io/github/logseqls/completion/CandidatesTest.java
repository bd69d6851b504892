package io.github.logseqls.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PagesInMemory;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.search.IndexOf;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is chosen means what it says, and nothing else changes: at random. */
class CandidatesTest {

    private static final int ROUNDS = 400;
    private static final int MOST = 6;

    static final PagePath A = new PagePath("pages/a.md");
    private static final PagePath B = new PagePath("pages/text page.md");
    private static final PagePath C = new PagePath("pages/te[x]t #1.md");
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 26, 9, 5);
    private static final List<String> TYPED = List.of(
            " ((te",
            "((te",
            " ((more te",
            "[label](((te",
            "{{embed ((te",
            " [[te",
            "[[te",
            " #te",
            "#[[te",
            "\ntags:: a, te",
            "- x\ntags:: te");

    @ParameterizedTest
    @EnumSource
    void whatIsChosenIsWhatIsMeant(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Multiset<Class<?>> taken = HashMultiset.create();
        for (int round = 0; round < ROUNDS; round++) {
            String a = page(random, syntax);
            String typed = TYPED.get(random.nextInt(TYPED.size()));
            int at = random.nextInt(a.length() + 1);
            String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
            String begun = a.substring(0, at) + typed;
            Snapshot snapshot = snapshot(
                    syntax,
                    (begun + a.substring(at)).replace("\n", lineEnd),
                    page(random, syntax).replace("\n", lineEnd));
            Page page = snapshot.page(A).orElseThrow();
            int caret = begun.replace("\n", lineEnd).length();
            Optional<Typed> found = TypedAt.of(page, caret).filter(CandidatesTest::isNamed);
            // In questions names are offered that are no references.
            if (found.isEmpty() || isInMacro(page, caret)) {
                continue;
            }
            for (Candidate candidate : candidates(snapshot, page, caret, found.get())) {
                taken.add(found.get().getClass());
                String as = "-Dseed=%d, %s for %s in %s"
                        .formatted(seed, candidate, found.get(), page.outline().text());
                assertMeant(as, snapshot, page, found.get().token().whole(), candidate);
            }
        }
        assertThat(taken.count(Typed.Block.class)).isGreaterThan(ROUNDS / 100);
        assertThat(taken.count(Typed.Page.class)).isGreaterThan(ROUNDS / 100);
        assertThat(taken.count(Typed.Tag.class)).isGreaterThan(ROUNDS / 100);
    }

    private static boolean isInMacro(Page page, int caret) {
        Text text = page.outline().text();
        return text.slice(new Span(text.line(text.lineOf(caret)).start(), caret))
                .replace("{{embed ((te", "")
                .contains("{{");
    }

    private static boolean isNamed(Typed typed) {
        return typed instanceof Typed.Block
                || typed instanceof Typed.Page
                || typed instanceof Typed.Tag
                || typed instanceof Typed.Value value && value.key().equals("tags");
    }

    static List<Candidate> candidates(Snapshot snapshot, Page page, int caret, Typed typed) {
        ListedIds ids = new ListedIds(new FreshIds(new UUID(1, 2)));
        Writing writing = new Writing(snapshot, IndexOf.all(snapshot), page, caret, NOW, ids, true, () -> {});
        return Candidates.of(writing, typed).stream().limit(MOST).toList();
    }

    private static void assertMeant(String as, Snapshot before, Page page, Span whole, Candidate candidate) {
        Change chosen = Change.of(page, new Edit(whole, candidate.text()));
        Change change = candidate.newId().map(id -> chosen.and(id.change())).orElse(chosen);
        Snapshot after = change.madeIn(before);
        int start = change.pages().get(0).moved(whole.start());
        Span written = new Span(start, start + candidate.text().length());
        Page now = after.page(A).orElseThrow();
        Target target = target(candidate);
        assertThat(Mentions.of(now))
                .as(as)
                .anyMatch(mention -> written.contains(mention.nameSpan()) && isSame(mention.target(), target));
        if (candidate.about() instanceof Candidate.About.OfBlock about) {
            BlockAt block = about.block();
            BlockAt led = after.block(((Target.OfBlock) target).id()).orElseThrow();
            assertThat(led.page().path()).as(as).isEqualTo(block.page().path());
            assertThat(led.index()).as(as).isEqualTo(block.index());
            assertThat(led.title()).as(as).matches(title -> title.equals(block.title()) || title.startsWith("id:: "));
            assertOthersStay(
                    as,
                    before,
                    after,
                    block,
                    page.outline().blockAt(whole.start()).orElseThrow());
        }
    }

    /** The blocks that are neither written in nor referred to are the same, byte for byte. */
    private static void assertOthersStay(String as, Snapshot before, Snapshot after, BlockAt block, int own) {
        for (PagePath path : List.of(A, B)) {
            Outline old = before.page(path).orElseThrow().outline();
            Outline now = after.page(path).orElseThrow().outline();
            assertThat(now.size()).as(as).isEqualTo(old.size());
            for (int index = 0; index < old.size(); index++) {
                boolean isTouched = path.equals(A) && index == own
                        || path.equals(block.page().path()) && index == block.index();
                if (!isTouched) {
                    assertThat(now.text().slice(now.span(index)))
                            .as(as)
                            .isEqualTo(old.text().slice(old.span(index)));
                    assertThat(now.block(index).id())
                            .as(as)
                            .isEqualTo(old.block(index).id());
                }
                assertThat(now.level(index)).as(as).isEqualTo(old.level(index));
            }
        }
    }

    private static Target target(Candidate candidate) {
        if (candidate.about() instanceof Candidate.About.OfTarget about) {
            return about.target();
        }
        String text = candidate.text();
        int id = text.lastIndexOf('(') + 1;
        return new Target.OfBlock(
                BlockId.parse(text.substring(id, id + BlockId.LENGTH)).orElseThrow());
    }

    private static boolean isSame(Target one, Target other) {
        return one instanceof Target.OfPage page && other instanceof Target.OfPage named
                ? page.name().equals(named.name())
                : one.equals(other);
    }

    private static String page(Random random, Syntax syntax) {
        StringBuilder page = new StringBuilder();
        for (int part = random.nextInt(3); part >= 0; part--) {
            page.append(RandomPages.next(random));
            page.append(
                    syntax == Syntax.MARKDOWN
                            ? "\n- text\n\t- more text\n\t  kind:: x\n\t- text\n- ```\n  text\n  ```\n"
                            : "\n* text\n** more text\n:PROPERTIES:\n:kind: x\n:END:\n** text\n");
        }
        return page.toString();
    }

    static Snapshot snapshot(Syntax syntax, String a, String b) {
        ImmutableMap<PagePath, Outline> outlines = ImmutableMap.of(
                A,
                Outline.parse(Text.of(a), syntax),
                B,
                Outline.parse(Text.of(b), syntax),
                C,
                Outline.parse(Text.of("- x [[text without file]]"), syntax));
        Graph graph = Graph.empty(Graph.Extent.COMPLETE, GraphConfig.NEW_GRAPH);
        for (Map.Entry<PagePath, Outline> page : outlines.entrySet()) {
            graph = graph.with(page.getKey(), Facts.of(page.getKey(), page.getValue(), GraphConfig.NEW_GRAPH));
        }
        return new Snapshot(graph, new PagesInMemory(outlines));
    }
}
