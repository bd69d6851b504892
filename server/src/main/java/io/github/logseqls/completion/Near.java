package io.github.logseqls.completion;

import com.google.common.collect.Iterables;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.search.Nearness;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages that are near a page: itself first, then those that it links to or that link to it, then those of its namespace. */
record Near(PagePath path, Set<PagePath> linked, Optional<String> namespace, Graph graph) implements Nearness {

    /** Of what more pages link to, or what links to more, the rest is not near. */
    private static final int MOST = 300;

    static Near to(Page page, Graph graph) {
        Set<PagePath> linked = new HashSet<>();
        String title = page.title();
        graph.facts(page.path()).ifPresent(facts -> {
            for (PageName name :
                    Iterables.limit(facts.symbols().names(Symbol.PageUse.class, Symbol.PageUse::page), MOST)) {
                linked.addAll(graph.links().files(new Symbol.Title(name)));
            }
        });
        List<PagePath> linking = graph.links().files(new Symbol.PageUse(PageName.of(title)));
        Iterables.limit(linking, MOST).forEach(linked::add);
        Optional<String> namespace = PageName.parents(title).stream()
                .reduce((nearest, outermost) -> outermost)
                .or(() -> Optional.of(title).filter(name -> !name.isBlank()))
                .map(outermost -> PageName.of(outermost) + "/");
        return new Near(page.path(), linked, namespace, graph);
    }

    @Override
    public Set<PagePath> nearest() {
        return linked;
    }

    @Override
    public int of(PagePath other) {
        if (other.equals(path)) {
            return NEAREST;
        }
        if (linked.contains(other)) {
            return 2;
        }
        return namespace.isPresent()
                        && graph.facts(other)
                                .map(Facts::title)
                                .filter(title -> title.regionMatches(
                                        true,
                                        0,
                                        namespace.get(),
                                        0,
                                        namespace.get().length()))
                                .isPresent()
                ? 1
                : 0;
    }
}
