package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.MissedLine;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;

/** All that is wrong in a page. While a graph is still being read nothing is said. */
public final class Findings {

    private Findings() {}

    /**
     * Whether there may be findings in a page, which is told without reading it: in most there are none. What makes a page
     * suspect by itself was found when it was read ({@link Symbol.Flaw}); here it is compared with the rest of the graph.
     */
    public static boolean mayBeIn(Graph graph, Facts facts, CheckSettings settings) {
        for (Symbol symbol : facts.symbols().distinct()) {
            boolean suspect = symbol instanceof Symbol.Flaw
                    || ReferenceChecks.suspects(graph, symbol)
                    || IgnoredChecks.suspects(graph, symbol)
                    || EmbedChecks.suspects(graph, symbol)
                    || LinkChecks.suspects(graph, symbol, settings)
                    || IdChecks.suspects(graph, facts, symbol)
                    || IdUseChecks.suspects(graph, symbol, settings)
                    || IndentationChecks.suspects(facts, symbol)
                    || SameTitle.suspects(graph, symbol)
                    || AliasChecks.suspects(graph, symbol)
                    || PageChecks.suspects(graph, symbol);
            if (suspect) {
                return true;
            }
        }
        return !KeyTypo.in(graph, facts).isEmpty();
    }

    /** All findings in a page that are wanted and not suppressed where they stand, in the order of the text. */
    public static ImmutableList<Finding> of(Snapshot snapshot, Page page, CheckSettings settings) {
        Graph graph = snapshot.graph();
        boolean mayBe = graph.facts(page.path())
                .filter(facts -> mayBeIn(graph, facts, settings))
                .isPresent();
        return mayBe && graph.extent() != Graph.Extent.LOADING
                ? lookedFor(snapshot, page, settings)
                : ImmutableList.of();
    }

    /** As {@link #of}, whatever is known of the page. */
    static ImmutableList<Finding> lookedFor(Snapshot snapshot, Page page, CheckSettings settings) {
        Examined examined = new Examined(snapshot, page, settings);
        ConflictChecks conflicts = new ConflictChecks(examined);
        if (!conflicts.isCopy()) {
            conflicts.look();
            new PageChecks(examined).look();
            new AliasChecks(examined).look();
            lookAtBlocks(examined);
        }
        return new Suppressions(page, settings).without(examined.found());
    }

    private static void lookAtBlocks(Examined examined) {
        Page page = examined.page();
        ReferenceChecks references = new ReferenceChecks(examined);
        IgnoredChecks ignored = new IgnoredChecks(examined);
        EmbedChecks embeds = new EmbedChecks(examined);
        LinkChecks links = new LinkChecks(examined);
        IdChecks ids = new IdChecks(examined);
        SwallowChecks swallows = new SwallowChecks(examined);
        UnclosedChecks unclosed = new UnclosedChecks(examined, swallows);
        PropertyChecks properties = new PropertyChecks(examined);
        PropertyNameChecks names = new PropertyNameChecks(examined);
        TimestampChecks dates = new TimestampChecks(examined);
        new IndentationChecks(examined).look();
        IdUseChecks uses = new IdUseChecks(examined);
        for (int block = 0; block < page.outline().size(); block++) {
            ImmutableList<Mention> mentions = Mentions.of(page, block);
            references.look(block, mentions);
            ignored.look(block);
            embeds.look(block, mentions);
            links.look(mentions);
            ids.look(block);
            swallows.look(block);
            unclosed.look(block);
            properties.look(block);
            ImmutableList<MissedLine> missed = MissedLine.in(page.outline(), block);
            names.look(block, missed);
            dates.look(block, missed);
            uses.look(block);
        }
    }
}
