package io.github.logseqls.outlining;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Sets;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.graph.BlockContent;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Keyword;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is moved to another page is there and nowhere else; a copy is the same but for its ids; what is deleted alone goes; at random. */
class TransfersTest {

    private static final int ROUNDS = 500;
    private static final PagePath A = new PagePath("pages/a.md");
    private static final PagePath B = new PagePath("journals/2024_01_05.md");

    /** The blocks of pages, in any order: what they hold, their ids and what they refer to. */
    private record Blocks(Multiset<String> contents, Multiset<BlockId> ids, Multiset<BlockId> refs) {

        static Blocks of(Outline... pages) {
            Blocks blocks = new Blocks(HashMultiset.create(), HashMultiset.create(), HashMultiset.create());
            for (Outline page : pages) {
                blocks.add(page, 0, page.size());
            }
            return blocks;
        }

        static Blocks of(Subtrees moved) {
            Blocks blocks = of();
            blocks.add(moved.outline(), moved.from(), moved.to());
            return blocks;
        }

        private void add(Outline page, int from, int to) {
            for (int block = from; block < to; block++) {
                // Of Org blocks Logseq keeps the line ends of their page.
                contents.add(BlockContent.of(page, block).strip().replace("\r\n", "\n"));
                page.block(block).id().ifPresent(ids::add);
                // What is no id may run over lines, with their indentation.
                page.blockRefs(block).stream()
                        .map(BlockRef::target)
                        .flatMap(target -> BlockId.parse(target).stream())
                        .forEach(refs::add);
            }
        }
    }

    /** A page, some of its blocks, and another page. */
    private record Case(Subtrees blocks, Page other, String as) {

        static Optional<Case> of(Random random, long seed, Syntax syntax) {
            String a = RandomOutlines.any(random, syntax);
            String b = random.nextInt(8) == 0
                    ? ""
                    : RandomOutlines.any(random, syntax).replace("5f0e", "5f0b");
            return of(random, seed, syntax, a, b);
        }

        private static Optional<Case> of(Random random, long seed, Syntax syntax, String a, String b) {
            Page page = new Page(A, Outline.parse(Text.of(a), syntax), GraphConfig.NEW_GRAPH);
            Page other = new Page(B, Outline.parse(Text.of(b), syntax), GraphConfig.NEW_GRAPH);
            int start = random.nextInt(a.length() + 1);
            int end = random.nextBoolean() ? start : start + random.nextInt(a.length() + 1 - start);
            return Subtrees.touched(page, new Span(start, end))
                    .map(blocks -> new Case(
                            blocks,
                            other,
                            "-Dseed=%d, from %d to %d in%n%s%n-- beside --%n%s"
                                    .formatted(seed, blocks.from(), blocks.to(), a, b)));
        }

        static Optional<Case> ofSound(Random random, long seed, Syntax syntax) {
            return of(
                    random,
                    seed,
                    syntax,
                    RandomOutlines.sound(random, syntax),
                    RandomOutlines.sound(random, syntax).replace("5f0e", "5f0b"));
        }

        Outline here() {
            return blocks.outline();
        }

        Optional<Outcome.Done> done(Outcome outcome) {
            return outcome instanceof Outcome.Done done ? Optional.of(done) : Optional.empty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesToAnotherPageIsThereAndNowhereElse(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int moved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Case> found = Case.of(random, seed, syntax);
            if (found.isEmpty()) {
                continue;
            }
            Case at = found.get();
            Optional<Outcome.Done> done = at.done(Transfers.to(place(random, at.other()), at.blocks()));
            if (done.isPresent()) {
                moved++;
                Outline here = after(done.get().change(), A, at.here());
                Outline there = after(done.get().change(), B, at.other().outline());
                assertThat(Blocks.of(here, there))
                        .as(at.as())
                        .isEqualTo(Blocks.of(at.here(), at.other().outline()));
                assertThat(here.size())
                        .as(at.as())
                        .isEqualTo(at.here().size() - at.blocks().size());
                // A lone CR before a line end makes one with it.
                if (!at.here().text().string().replace("\r\n", "").contains("\r")) {
                    assertSameLineEnds(at.as(), at.other().outline(), there);
                }
            }
        }
        assertThat(moved).isGreaterThan(ROUNDS / 3);
    }

    /** Whatever the pages end their lines with, and however they are indented. */
    @ParameterizedTest
    @EnumSource
    void whatIsSoundGoesAnywhere(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int moved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Case> found = Case.ofSound(random, seed, syntax);
            if (found.isEmpty()) {
                continue;
            }
            Case at = found.get();
            boolean isNew = random.nextInt(3) == 0;
            Outcome outcome = isNew
                    ? Transfers.to(newPage(syntax), at.blocks())
                    : Transfers.to(place(random, at.other()), at.blocks());
            assertThat(outcome).as(at.as()).isInstanceOf(Outcome.Done.class);
            moved++;
            Outcome.Done done = (Outcome.Done) outcome;
            Outline here = after(done.change(), A, at.here());
            Outline there = done.after();
            assertThat(isNew ? Blocks.of(here, there) : Blocks.of(here, after(done.change(), B, there)))
                    .as(at.as())
                    .isEqualTo(
                            isNew
                                    ? Blocks.of(at.here())
                                    : Blocks.of(at.here(), at.other().outline()));
            assertSameTree(at, there, done.first());
        }
        assertThat(moved).isGreaterThan(ROUNDS / 2);
    }

    private static NewPage newPage(Syntax syntax) {
        GraphConfig config =
                GraphConfig.NEW_GRAPH.with("preferred-format", new Keyword(syntax == Syntax.ORG ? "org" : "markdown"));
        return NewPage.of(Graph.empty(Graph.Extent.COMPLETE, config), "new page")
                .orElseThrow();
    }

    /** Levels differ by the same, for all that was moved. */
    private static void assertSameTree(Case at, Outline there, int first) {
        int deeper = there.level(first) - at.blocks().level();
        for (int block = 0; block < at.blocks().size(); block++) {
            assertThat(there.level(first + block))
                    .as(at.as())
                    .isEqualTo(at.here().level(at.blocks().from() + block) + deeper);
        }
    }

    private static Place place(Random random, Page page) {
        int size = page.outline().size();
        int block = size == 0 ? 0 : random.nextInt(size);
        boolean isBlock = size > 0 && page.outline().level(block) > 0;
        return switch (isBlock ? random.nextInt(4) : random.nextInt(2)) {
            case 0 -> Place.endOf(page);
            case 1 -> Place.startOf(page);
            case 2 -> Place.firstBelow(page, block);
            default -> Place.lastBelow(page, block);
        };
    }

    @ParameterizedTest
    @EnumSource
    void aCopyIsTheSameButForItsIds(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Case> found = Case.of(random, seed, syntax);
            Optional<Outcome.Done> done =
                    found.flatMap(at -> at.done(Transfers.copied(at.blocks(), new FreshIds(new UUID(1, 2)))));
            done.ifPresent(copied -> assertCopied(found.orElseThrow(), copied));
            made += done.isPresent() ? 1 : 0;
        }
        assertThat(made).isGreaterThan(ROUNDS / 3);
    }

    private static void assertCopied(Case at, Outcome.Done done) {
        Blocks before = Blocks.of(at.here());
        Blocks after = Blocks.of(done.after());
        Blocks own = Blocks.of(at.blocks());
        assertThat(done.after().size())
                .as(at.as())
                .isEqualTo(at.here().size() + at.blocks().size());
        assertThat(after.refs()).as(at.as()).isEqualTo(Multisets.sum(before.refs(), own.refs()));
        Multiset<BlockId> fresh = Multisets.difference(after.ids(), before.ids());
        assertThat(fresh).as(at.as()).hasSameSizeAs(own.ids());
        assertThat(fresh.elementSet()).as(at.as()).hasSameSizeAs(fresh);
        assertThat(Sets.intersection(fresh.elementSet(), before.ids().elementSet()))
                .as(at.as())
                .isEmpty();
        assertThat(Multisets.difference(before.contents(), after.contents()))
                .as(at.as())
                .isEmpty();
        assertSameLineEnds(at.as(), at.here(), done.after());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDeletedAloneGoes(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Case> found = Case.of(random, seed, syntax);
            Optional<Outcome.Done> done = found.flatMap(at -> at.done(Transfers.deleted(at.blocks())));
            done.ifPresent(deleted -> assertDeleted(found.orElseThrow(), deleted));
            made += done.isPresent() ? 1 : 0;
        }
        assertThat(made).isGreaterThan(ROUNDS / 3);
    }

    private static void assertDeleted(Case at, Outcome.Done done) {
        Blocks before = Blocks.of(at.here());
        Blocks left = Blocks.of(done.after());
        Blocks gone = Blocks.of(at.blocks());
        assertThat(Multisets.sum(left.contents(), gone.contents())).as(at.as()).isEqualTo(before.contents());
        assertThat(Multisets.sum(left.ids(), gone.ids())).as(at.as()).isEqualTo(before.ids());
        assertThat(Multisets.sum(left.refs(), gone.refs())).as(at.as()).isEqualTo(before.refs());
    }

    private static Outline after(Change change, PagePath path, Outline before) {
        return change.pages().stream()
                .filter(page -> page.page().path().equals(path))
                .map(Change.OfPage::after)
                .findFirst()
                .orElse(before);
    }

    private static void assertSameLineEnds(String as, Outline before, Outline after) {
        String text = before.text().string();
        String rest = text.replace("\r\n", "");
        boolean hasOne = !rest.contains("\r") && (rest.equals(text) || !rest.contains("\n"));
        if (hasOne && text.contains("\n")) {
            String now = after.text().string();
            assertThat(text.contains("\r\n") ? now.replace("\r\n", "").contains("\n") : now.contains("\r\n"))
                    .as(as + "\n-- after --\n" + now)
                    .isFalse();
        }
    }
}
