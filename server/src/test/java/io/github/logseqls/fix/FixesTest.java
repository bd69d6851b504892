package io.github.logseqls.fix;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Predicates;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Streams;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Finding;
import io.github.logseqls.check.Findings;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PagesInMemory;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a fix says it mends is mended, nothing else breaks, and what is safe mends nearly anywhere: at random. */
class FixesTest {

    /** With fewer the share of what is refused strays to the bound by chance. */
    private static final int ROUNDS = 800;

    private static final PagePath A = new PagePath("pages/a.md");
    private static final PagePath B = new PagePath("pages/b.md");
    private static final FreshIds IDS = new FreshIds(new UUID(1, 2));
    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
    private static final String[] SLIPS = {
        ID,
        ID,
        ID.replace('1', '2'),
        ID.replace('1', '3'),
        "{" + ID + "}",
        ID.replace("-", ""),
        " " + ID.replace('1', '4').replace("-", ""),
        ID.substring(1),
        "",
        "words"
    };

    private static final String[] LINES = {
        "more",
        "more",
        "kind:: x\n  kind:: y",
        "more\n  kind:: late",
        "tags::x",
        "colapsed:: true",
        "#+tags: x",
        "SCHEDULED: <2024-01-05>",
        "SCHEDULED: <2024-01-05 Fri .+1d 10:30>",
        "DEADLINE: <2024-01-05 Fri 2w>",
        "```js\n  let a",
        ":LOGBOOK:\n  CLOCK: [2024-01-05 Fri 10:00:00]"
    };
    private static final String[] INDENTATIONS = {"\t", "\t", "\t", "\t\t", "\t\t\t", "  ", "    "};

    @ParameterizedTest
    @EnumSource
    void whatIsMendedIsMendedAndNothingElseBreaks(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Multiset<Boolean> mending = HashMultiset.create();
        Multiset<Boolean> harming = HashMultiset.create();
        for (int round = 0; round < ROUNDS; round++) {
            Snapshot snapshot = snapshot(syntax, page(random, syntax), page(random, syntax));
            Given given = new Given(snapshot, CheckSettings.NONE, IDS);
            Page page = snapshot.page(A).orElseThrow();
            for (Finding finding : given.findings(page)) {
                for (Fix fix : Fixes.of(given, page, finding)) {
                    boolean mends = fix.tried(given, page, finding) == Outcome.MENDS;
                    assertThat(!fix.isSafe() || Fixes.mayBeSafe(finding.code())).isTrue();
                    (mends ? mending : harming).add(fix.isSafe());
                    if (mends) {
                        assertMended(seed, snapshot, page, finding, fix);
                    }
                }
            }
        }
        for (boolean isSafe : new boolean[] {true, false}) {
            assertThat(harming.count(isSafe)).isLessThan(mending.count(isSafe) / 10);
        }
    }

    private static void assertMended(long seed, Snapshot before, Page page, Finding finding, Fix fix) {
        Snapshot after = fix.change().get().madeIn(before);
        String as = "-Dseed=%d, %s of %s in %s"
                .formatted(seed, fix.title(), finding, page.outline().text());
        // Another page may have a block that nothing referred to before, or that embeds itself by now.
        ImmutableSet<PagePath> changed = Stream.concat(
                        Stream.of(A),
                        fix.change().get().pages().stream()
                                .map(changes -> changes.page().path()))
                .collect(ImmutableSet.toImmutableSet());
        Multiset<Code> codesBefore = codes(before, changed);
        Multiset<Code> codesAfter = codes(after, changed);
        if (finding.code() == Code.MERGE_CONFLICT) {
            // What stood between the marks was not looked at before, and half of it may be gone.
            assertThat(codesAfter.count(finding.code())).as(as).isLessThan(codesBefore.count(finding.code()));
            return;
        }
        // A block that has its id again makes something of what looked like a reference to nothing.
        assertThat(codesAfter.elementSet().stream().filter(code -> code != Code.IGNORED_BLOCK_REF))
                .as(as)
                .allMatch(code -> codesAfter.count(code) <= codesBefore.count(code) - (code == finding.code() ? 1 : 0));
        // The reference itself may go, but none that leads somewhere.
        assertThat(uses(after, Predicates.alwaysTrue()))
                .as(as)
                .isGreaterThanOrEqualTo(uses(before, Predicates.alwaysTrue()) - 1);
        assertThat(uses(after, after.graph().links()::isDefined))
                .as(as)
                .isGreaterThanOrEqualTo(uses(before, before.graph().links()::isDefined));
    }

    private static Multiset<Code> codes(Snapshot snapshot, Set<PagePath> pages) {
        return pages.stream()
                .flatMap(path -> Findings.of(snapshot, snapshot.page(path).orElseThrow(), CheckSettings.NONE).stream())
                .map(Finding::code)
                .collect(ImmutableMultiset.toImmutableMultiset());
    }

    /** How often blocks of some ids are referred to. */
    private static int uses(Snapshot snapshot, Predicate<BlockId> ids) {
        return Streams.stream(snapshot.graph().links().symbols())
                .filter(symbol -> symbol instanceof Symbol.BlockUse use && ids.test(use.block()))
                .mapToInt(snapshot.graph()::count)
                .sum();
    }

    /** Anything, with blocks between that have ids and references, sound and unsound ones. */
    private static String page(Random random, Syntax syntax) {
        StringBuilder page = new StringBuilder();
        for (int part = random.nextInt(4); part >= 0; part--) {
            page.append(RandomPages.next(random));
            if (syntax == Syntax.MARKDOWN) {
                page.append("\n- text\n  id:: %s\n  %s\n%s- more ((%s)) text\n"
                        .formatted(slip(random), oneOf(LINES, random), oneOf(INDENTATIONS, random), slip(random)));
            } else {
                page.append("\n* text\n:PROPERTIES:\n:id: %s\n:END:\n%s\n** more ((%s)) text\n"
                        .formatted(slip(random), oneOf(LINES, random), slip(random)));
            }
        }
        return page.toString();
    }

    private static String slip(Random random) {
        return oneOf(SLIPS, random);
    }

    private static String oneOf(String[] texts, Random random) {
        return texts[random.nextInt(texts.length)];
    }

    private static Snapshot snapshot(Syntax syntax, String a, String b) {
        Outline outlineA = Outline.parse(Text.of(a), syntax);
        Outline outlineB = Outline.parse(Text.of(b), syntax);
        Graph graph = Graph.empty(Graph.Extent.COMPLETE, GraphConfig.NEW_GRAPH)
                .with(A, Facts.of(A, outlineA, GraphConfig.NEW_GRAPH))
                .with(B, Facts.of(B, outlineB, GraphConfig.NEW_GRAPH));
        return new Snapshot(graph, new PagesInMemory(ImmutableMap.of(A, outlineA, B, outlineB)));
    }
}
