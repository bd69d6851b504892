package io.github.logseqls.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.primitives.Chars;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Keyword;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PagesInMemory;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.search.IndexOf;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever refactoring is offered, it leaves the rest of the graph what it was: at random. */
class RefactoringsTest {

    private static final int ROUNDS = 1500;
    /** With so few the share of what is refused says nothing. */
    private static final int FEW = 30;

    /** What everybody is offered sooner or later, whose graphs are of both syntaxes. */
    private static final ImmutableSet<String> ALL = ImmutableSet.of(
            "blocksToList",
            "childrenToProperties",
            "createId",
            "cycleTask",
            "extractToJournal",
            "extractToJournalAsEmbed",
            "extractToNamed",
            "extractToPage",
            "extractToPageAsEmbed",
            "inlineEmbed",
            "inlinePage",
            "insertTemplate",
            "linkMention",
            "linkMentions",
            "listToBlocks",
            "propertiesToChildren",
            "replaceReferenceByText",
            "sortChildren",
            "splitBlock",
            "swapWithSource");

    /** Those that only bring notes elsewhere or into another form: they lose no letter. */
    private static final ImmutableSet<String> KEEPING = ImmutableSet.of(
            "blocksToHeadings",
            "blocksToList",
            "childrenToProperties",
            "createId",
            "extractToJournal",
            "extractToJournalAsEmbed",
            "extractToNamed",
            "extractToPage",
            "extractToPageAsEmbed",
            "headingsToBlocks",
            "insertTemplate",
            "joinWithNext",
            "joinWithPrevious",
            "linkMention",
            "linkMentions",
            "propertiesToChildren",
            "sortChildren",
            "splitBlock",
            "swapWithSource");

    private static final CharMatcher LETTERS = CharMatcher.forPredicate(Character::isLetterOrDigit);

    private static final LocalDateTime NOW = LocalDateTime.of(2024, 1, 5, 10, 30);
    private static final String ID = "5f0e000%d-1c2d-4e3f-8a4b-0123456789ab";
    private static final int IDS = 6;

    private static final String[] TEXTS = {
        "text",
        "TODO task",
        "DOING [#A] task",
        "a longer line of text",
        "((ID))",
        "see ((ID)) there",
        "[label](((ID))) [[b]] #tag",
        "{{embed ((ID))}}",
        "{{embed [[b]]}}",
        "{{embed [[a]]}}",
        "key: value",
        "## heading",
        "about b and [[b]]",
        "日本 😀 b",
        "`code` **bold**",
        ""
    };
    private static final String[] BODIES = {
        "body",
        "SCHEDULED: <2024-01-05 Fri .+1d>",
        "DEADLINE: <2024-01-05 Fri 10:30 ++1w>",
        "```\n  code ((ID))\n  ```",
        ":LOGBOOK:\n  CLOCK: [2024-01-05 Fri 09:00:00]\n  :END:",
        "* item\n  * item",
        "> quote",
        "kind:: x",
        "more ((ID)) text",
        "```"
    };

    private static final String[] ORG_BODIES = {
        "body",
        "SCHEDULED: <2024-01-05 Fri .+1d>",
        "DEADLINE: <2024-01-05 Fri 10:30 ++1w>",
        "#+BEGIN_SRC js\ncode ((ID))\n#+END_SRC",
        ":LOGBOOK:\nCLOCK: [2024-01-05 Fri 09:00:00]\n:END:",
        "- item\n  + item",
        "- item\n- [ ] item",
        "#+BEGIN_QUOTE\nquote\n#+END_QUOTE",
        "more ((ID)) [[((ID))][label]] text",
        "#+BEGIN_SRC"
    };

    private static final String TEMPLATE = "- on <%today%>\n  template:: some\n\t- child\n";
    private static final String ORG_TEMPLATE = "* on <%today%>\n:PROPERTIES:\n:template: some\n:END:\n** child\n";

    @ParameterizedTest
    @EnumSource
    void theRestStaysWhatItIs(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Map<String, Multiset<String>> outcomes = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Snapshot snapshot = graph(random, syntax);
            Page page = snapshot.page(path("a", syntax)).orElseThrow();
            int length = page.outline().text().length();
            int start = random.nextInt(length + 1);
            int end = random.nextInt(3) > 0 ? start : Math.min(length, start + random.nextInt(8));
            Spot spot = new Spot(
                    snapshot,
                    page,
                    new Span(start, end),
                    new FreshIds(new UUID(1, 2)),
                    NOW,
                    () -> IndexOf.all(snapshot));
            for (Refactoring refactoring : all(spot)) {
                Refactored made = refactoring.made().get();
                boolean isMade = made instanceof Refactored.Made;
                outcomes.computeIfAbsent(refactoring.name(), name -> HashMultiset.create())
                        .add(isMade ? "made" : "refused");
                if (made instanceof Refactored.Made done) {
                    assertRestStays(
                            snapshot,
                            done.change(),
                            KEEPING.contains(refactoring.name()),
                            "-Dseed=%d %s %s".formatted(seed, refactoring.name(), describe(spot)));
                }
            }
        }
        assertThat(outcomes.keySet()).as("-Dseed=%d", seed).containsAll(ALL);
        // That some other block has the same text is seldom so by chance.
        outcomes.forEach((name, counts) -> assertThat(counts.count("made"))
                .as("-Dseed=%d %s %s", seed, name, counts)
                .isGreaterThanOrEqualTo((counts.size() - FEW) / (name.equals("replaceTextByReference") ? 20 : 10)));
    }

    /** What is offered, and what is done by commands alone. */
    private static List<Refactoring> all(Spot spot) {
        List<Refactoring> all = new ArrayList<>(Refactorings.at(spot));
        all.add(new Refactoring(
                "insertTemplate", Refactoring.Kind.REWRITE, "", () -> InsertedTemplate.of(spot, "some")));
        all.add(new Refactoring(
                "extractToNamed", Refactoring.Kind.EXTRACT, "", () -> Extraction.toPage(spot, "x/y: z")));
        return all;
    }

    private static void assertRestStays(Snapshot before, Change change, boolean isKeeping, String what) {
        Snapshot after = change.madeIn(before);
        if (isKeeping) {
            Multiset<Character> lost = letters(before);
            Multisets.removeOccurrences(lost, letters(after));
            assertThat(lost).as(what).isEmpty();
        }
        for (Change.OfPage page : change.pages()) {
            Page now = after.page(page.page().path()).orElseThrow();
            for (Mention mention : Mentions.of(page.page())) {
                if (!page.touches(mention.span()) && mention.target() instanceof Target.OfBlock block) {
                    assertThat(title(after, block.id()).isPresent()
                                    || title(before, block.id()).isEmpty())
                            .as(what)
                            .isTrue();
                }
            }
            assertUntouchedBlocksStay(page, now.outline(), what);
        }
        for (int id = 0; id < IDS; id++) {
            BlockId known = BlockId.parse(ID.formatted(id)).orElseThrow();
            assertThat(after.blocks(known).size())
                    .as(what + " " + known)
                    .isLessThanOrEqualTo(Math.max(1, before.blocks(known).size()));
            boolean isUsed =
                    !after.graph().links().files(new Symbol.BlockUse(known)).isEmpty();
            if (isUsed && !before.blocks(known).isEmpty()) {
                assertThat(after.blocks(known)).as(what + " " + known).isNotEmpty();
            }
        }
    }

    private static Multiset<Character> letters(Snapshot snapshot) {
        Multiset<Character> letters = HashMultiset.create();
        for (PagePath path : snapshot.graph().paths()) {
            String text = snapshot.page(path).orElseThrow().outline().text().string();
            // A drawer goes with its last property.
            String notes = text.replace(":PROPERTIES:", "").replace(":END:", "");
            letters.addAll(Chars.asList(LETTERS.retainFrom(notes).toCharArray()));
        }
        return letters;
    }

    private static Optional<String> title(Snapshot snapshot, BlockId id) {
        return snapshot.block(id).map(BlockAt::title);
    }

    private static void assertUntouchedBlocksStay(Change.OfPage page, Outline now, String what) {
        Outline then = page.page().outline();
        for (int block = 0; block < then.size(); block++) {
            Span span = then.span(block);
            boolean isTouched = page.edits().stream()
                    .map(Edit::span)
                    .anyMatch(edit -> edit.start() <= span.end() && span.start() <= edit.end());
            if (!isTouched) {
                int start = page.moved(span.start());
                int same = now.blockAt(start).orElseThrow();
                assertThat(now.text().slice(now.span(same)))
                        .as(what)
                        .isEqualTo(then.text().slice(span));
                assertThat(now.block(same).id())
                        .as(what)
                        .isEqualTo(then.block(block).id());
            }
        }
    }

    private static String describe(Spot spot) {
        String text = spot.page().outline().text().string();
        return spot.selection() + "\n" + text.substring(0, spot.selection().start()) + "<|>"
                + text.substring(spot.selection().start());
    }

    private static Snapshot graph(Random random, Syntax syntax) {
        GraphConfig config =
                GraphConfig.NEW_GRAPH.with("preferred-format", new Keyword(syntax == Syntax.ORG ? "org" : "markdown"));
        List<Integer> ids = new ArrayList<>();
        for (int id = 0; id < IDS; id++) {
            ids.add(id);
        }
        Collections.shuffle(ids, random);
        String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        Map<PagePath, Outline> outlines = new HashMap<>();
        Graph graph = Graph.empty(Graph.Extent.LOADING, config);
        for (String name : new String[] {"a", "b"}) {
            PagePath path = path(name, syntax);
            String template = name.equals("b") ? (syntax == Syntax.ORG ? ORG_TEMPLATE : TEMPLATE) : "";
            String text = (template + page(random, syntax, ids)).replace("\n", lineEnd);
            Outline outline = Outline.parse(Text.of(text), syntax);
            outlines.put(path, outline);
            graph = graph.with(path, Facts.of(path, outline, config));
        }
        return new Snapshot(graph.with(Graph.Extent.COMPLETE), new PagesInMemory(ImmutableMap.copyOf(outlines)));
    }

    private static PagePath path(String name, Syntax syntax) {
        return new PagePath("pages/" + name + (syntax == Syntax.ORG ? ".org" : ".md"));
    }

    private static String page(Random random, Syntax syntax, List<Integer> ids) {
        StringBuilder page = new StringBuilder();
        boolean isOrg = syntax == Syntax.ORG;
        boolean isOfHeadings = !isOrg && random.nextInt(8) == 0;
        String step = random.nextBoolean() ? "\t" : "  ";
        int level = 1;
        for (int block = random.nextInt(7) + 1; block > 0; block--) {
            String indent = isOrg || isOfHeadings ? "" : step.repeat(level - 1);
            String bullet = isOfHeadings ? "#".repeat(level) + " " : isOrg ? "*".repeat(level) + " " : indent + "- ";
            String below = isOrg || isOfHeadings ? "" : indent + "  ";
            page.append(bullet).append(pick(random, TEXTS)).append('\n');
            boolean isKind = isOrg && random.nextInt(6) == 0;
            if (random.nextInt(3) == 0 && !ids.isEmpty()) {
                String id = ID.formatted(ids.remove(0));
                String kind = isKind ? ":kind: x\n" : "";
                page.append(isOrg ? ":PROPERTIES:\n" + kind + ":id: " + id + "\n:END:\n" : below + "id:: " + id + "\n");
            } else if (isKind) {
                page.append(":PROPERTIES:\n:kind: x\n:END:\n");
            }
            for (int body = random.nextInt(5) - 2; body > 0; body--) {
                page.append(below)
                        .append(pick(random, isOrg ? ORG_BODIES : BODIES)
                                .replace("\n  ", isOrg ? "\n  " : "\n" + below))
                        .append('\n');
            }
            if (random.nextInt(8) == 0) {
                page.append('\n');
            }
            level = Math.max(1, Math.min(level + 1, level + 2 - random.nextInt(3) - (random.nextInt(4) == 0 ? 1 : 0)));
        }
        return random.nextBoolean() ? page.toString() : page.toString().stripTrailing();
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)].replace("ID", ID.formatted(random.nextInt(IDS + 1)));
    }
}
