package io.github.logseqls.completion;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PagesInMemory;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.search.IndexOf;
import io.github.logseqls.text.Text;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Something typed into a page of a graph, up to the caret; made at random. */
record Typing(Snapshot snapshot, Page page, int caret) {

    static final PagePath A = new PagePath("pages/a.md");
    static final PagePath B = new PagePath("pages/text page.md");
    private static final PagePath C = new PagePath("pages/te[x]t #1.md");
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 26, 9, 5);
    private static final int MOST = 6;

    /** What is typed, and where. */
    record Source(Syntax syntax, Function<Random, String> pages, List<String> typed, List<String> behind) {

        private Typing next(Random random) {
            String a = pages.apply(random);
            int at = random.nextInt(a.length() + 1);
            String begun = a.substring(0, at) + oneOf(typed, random);
            String rest = oneOf(behind, random) + a.substring(at);
            String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
            Snapshot snapshot = snapshot(
                    syntax,
                    (begun + rest).replace("\n", lineEnd),
                    pages.apply(random).replace("\n", lineEnd));
            return new Typing(
                    snapshot,
                    snapshot.page(A).orElseThrow(),
                    begun.replace("\n", lineEnd).length());
        }

        private static String oneOf(List<String> texts, Random random) {
            return texts.get(random.nextInt(texts.size()));
        }
    }

    /** What holds of something that is chosen. */
    interface Law {
        void assertHolds(Typing typing, Typed typed, Candidate candidate, String as);
    }

    /** Chooses all that is offered for what is typed as often as there are rounds; of which kinds something was chosen. */
    static Multiset<Class<?>> assertHolds(int rounds, Source source, Function<Typing, Optional<Typed>> typed, Law law) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Multiset<Class<?>> taken = HashMultiset.create();
        for (int round = 0; round < rounds; round++) {
            Typing typing = source.next(random);
            typed.apply(typing)
                    .ifPresent(found -> typing.candidates(found).forEach(candidate -> {
                        taken.add(found.getClass());
                        String as = "-Dseed=%d, %s for %s in %s"
                                .formatted(
                                        seed,
                                        candidate,
                                        found,
                                        typing.page.outline().text());
                        law.assertHolds(typing, found, candidate, as);
                    }));
        }
        return taken;
    }

    Optional<Typed> typed() {
        return TypedAt.of(page, caret);
    }

    private List<Candidate> candidates(Typed typed) {
        ListedIds ids = new ListedIds(new FreshIds(new UUID(1, 2)));
        Writing writing = new Writing(snapshot, IndexOf.all(snapshot), page, caret, NOW, ids, true, () -> {});
        return Candidates.of(writing, typed).stream().limit(MOST).toList();
    }

    private static Snapshot snapshot(Syntax syntax, String a, String b) {
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
