package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;

/** Why a page cannot get the name of another one, and what can be done instead. */
final class TakenName {

    private TakenName() {}

    static String why(String before, String after, Graph graph) {
        if (graph.pages().isBuiltIn(PageName.of(after))) {
            return "“%s” is a page of Logseq's own. Take another name.".formatted(after);
        }
        ImmutableList<PagePath> own = graph.pages().sources(PageName.of(before));
        ImmutableList<PagePath> others = graph.pages().sources(PageName.of(after));
        if (own.stream().anyMatch(others::contains)) {
            return isTitle(after, graph)
                    ? "“%s” is the title of this page already: delete the alias, or take another name.".formatted(after)
                    : "“%s” is an alias of this page already: delete that first, or take another name."
                            .formatted(after);
        }
        String there = "There is a page of the name “%s” already. Take another name".formatted(after);
        if (graph.config().journals().parse(before).isPresent()) {
            return there + ", or move the blocks of this day there.";
        }
        return isTitle(before, graph) && mayMerge(own, others, graph)
                ? there + ", or merge this page into it."
                : there + ".";
    }

    private static boolean isTitle(String name, Graph graph) {
        return !graph.links().files(new Symbol.Title(PageName.of(name))).isEmpty();
    }

    /** Two files of one format, neither of them a whiteboard. */
    private static boolean mayMerge(ImmutableList<PagePath> own, ImmutableList<PagePath> others, Graph graph) {
        return own.size() == 1
                && others.size() == 1
                && graph.isPage(own.get(0))
                && graph.isPage(others.get(0))
                && own.get(0).syntax().equals(others.get(0).syntax());
    }
}
