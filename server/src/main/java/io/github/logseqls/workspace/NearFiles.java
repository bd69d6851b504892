package io.github.logseqls.workspace;

import com.google.common.collect.Iterables;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import java.util.LinkedHashSet;
import java.util.Set;

/** The files that somebody who writes is likeliest to mean. */
final class NearFiles {

    /** Of what more pages link to, or what links to more, the rest is not near. */
    private static final int MOST_LINKED = 100;

    private NearFiles() {}

    /** Those that are open, then those that they link to or that link to them. */
    static Set<PagePath> of(Set<PagePath> open, Graph graph) {
        Set<PagePath> near = new LinkedHashSet<>(open);
        for (PagePath path : open) {
            graph.facts(path).ifPresent(facts -> addLinked(facts, graph, near));
        }
        return near;
    }

    private static void addLinked(Facts facts, Graph graph, Set<PagePath> to) {
        for (PageName name :
                Iterables.limit(facts.symbols().names(Symbol.PageUse.class, Symbol.PageUse::page), MOST_LINKED)) {
            to.addAll(graph.links().files(new Symbol.Title(name)));
        }
        Symbol use = new Symbol.PageUse(PageName.of(facts.title()));
        Iterables.limit(graph.links().files(use), MOST_LINKED).forEach(to::add);
    }
}
