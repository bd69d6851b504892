package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;

/** All that is wrong in a page. While a graph is still being read nothing is said. */
public final class Findings {

    private Findings() {}

    /** As {@link #mayBeIn(Graph, Facts, ImmutableSet)}, for what is looked for by default. */
    public static boolean mayBeIn(Graph graph, Facts facts) {
        return mayBeIn(graph, facts, Code.ON_BY_DEFAULT);
    }

    /**
     * Whether there may be findings in a page, which is told without reading it: in most there are none. What makes a page
     * suspect by itself was found when it was read ({@link Symbol.Flaw}); here it is compared with the rest of the graph.
     */
    public static boolean mayBeIn(Graph graph, Facts facts, ImmutableSet<Code> wanted) {
        for (Symbol symbol : facts.symbols().distinct()) {
            boolean suspect = symbol instanceof Symbol.Flaw
                    || ReferenceChecks.suspects(graph, symbol)
                    || IgnoredChecks.suspects(graph, symbol)
                    || EmbedChecks.suspects(symbol)
                    || LinkChecks.suspects(graph, symbol, wanted)
                    || IdChecks.suspects(graph, facts, symbol)
                    || IdUseChecks.suspects(graph, symbol, wanted);
            if (suspect) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #of(Snapshot, Page, ImmutableSet)}, what is looked for by default. */
    public static ImmutableList<Finding> of(Snapshot snapshot, Page page) {
        return of(snapshot, page, Code.ON_BY_DEFAULT);
    }

    /** All findings of the wanted kinds in a page, in the order of the text. */
    public static ImmutableList<Finding> of(Snapshot snapshot, Page page, ImmutableSet<Code> wanted) {
        Graph graph = snapshot.graph();
        boolean mayBe = graph.facts(page.path())
                .filter(facts -> mayBeIn(graph, facts, wanted))
                .isPresent();
        return mayBe && graph.extent() != Graph.Extent.LOADING ? lookedFor(snapshot, page, wanted) : ImmutableList.of();
    }

    /** As {@link #of}, whatever is known of the page. */
    static ImmutableList<Finding> lookedFor(Snapshot snapshot, Page page, ImmutableSet<Code> wanted) {
        Examined examined = new Examined(snapshot, page, wanted);
        ReferenceChecks references = new ReferenceChecks(examined);
        IgnoredChecks ignored = new IgnoredChecks(examined);
        EmbedChecks embeds = new EmbedChecks(examined);
        LinkChecks links = new LinkChecks(examined);
        IdChecks ids = new IdChecks(examined);
        IdUseChecks uses = new IdUseChecks(examined);
        for (int block = 0; block < page.outline().size(); block++) {
            ImmutableList<Mention> mentions = Mentions.of(page, block);
            references.look(block, mentions);
            ignored.look(block);
            embeds.look(block, mentions);
            links.look(mentions);
            ids.look(block);
            uses.look(block);
        }
        return examined.found();
    }
}
