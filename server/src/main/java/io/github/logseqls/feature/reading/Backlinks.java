package io.github.logseqls.feature.reading;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.BlockId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often something is referred to, and on which pages: known from names, without reading a page.
 *
 * @param pages the titles of the pages, each as often as it refers, in load order; the first ones where it is partial
 * @param partial whether there are more pages than are counted
 */
public record Backlinks(ImmutableMultiset<String> pages, boolean partial) {

    /** The references on so many pages are counted for each name of a page, in a millisecond or two. */
    private static final int MOST_PAGES = 2000;

    /** Where there are more, only those are looked at that a list may show. */
    private static final int MOST_LISTED = 100;

    /** Numbers that stand in the text are many at a time. */
    private static final int MOST_IN_FEW_WORDS = 200;

    public static Backlinks ofBlock(Graph graph, BlockId id) {
        return of(graph, new Symbol.BlockUse(id));
    }

    /** The references to a page by any of its names; Logseq does not list those that it makes itself. */
    public static Backlinks ofPage(Graph graph, PageName name) {
        return ofPageOutside(graph, name, ImmutableSet.copyOf(graph.pages().sources(name)));
    }

    /** The references to a page by any of its names, but for those in some files. */
    static Backlinks ofPageOutside(Graph graph, PageName name, Set<PagePath> files) {
        return of(graph, Iterables.transform(graph.pages().all(name), Symbol.PageUse::new), files);
    }

    /** The number of references to a block in few words, as {@code 3 references} or {@code 200+ references}. */
    public static String countOfBlock(Graph graph, BlockId id) {
        Symbol use = new Symbol.BlockUse(id);
        // On each page there is one at least: those on many need not be counted.
        int pages = graph.links().files(use).size();
        int count = pages > MOST_IN_FEW_WORDS ? pages : graph.count(use);
        return count > MOST_IN_FEW_WORDS
                ? MOST_IN_FEW_WORDS + "+ references"
                : Counts.of(count, "reference", "references");
    }

    /** Whether anybody refers to a block. */
    public static boolean existToBlock(Graph graph, BlockId id) {
        return !graph.links().files(new Symbol.BlockUse(id)).isEmpty();
    }

    /** Whether another page refers to a page. */
    public static boolean existToPage(Graph graph, PageName name) {
        ImmutableSet<PagePath> own = ImmutableSet.copyOf(graph.pages().sources(name));
        return graph.pages().all(name).stream()
                .flatMap(one -> graph.links().files(new Symbol.PageUse(one)).stream())
                .anyMatch(path -> !own.contains(path));
    }

    /** The uses of a symbol, whatever it means. */
    static Backlinks of(Graph graph, Symbol use) {
        return of(graph, ImmutableList.of(use), ImmutableSet.of());
    }

    private static Backlinks of(Graph graph, Iterable<? extends Symbol> uses, Set<PagePath> without) {
        SortedMap<PagePath, Integer> counts = new TreeMap<>();
        boolean partial = false;
        for (Symbol use : uses) {
            List<PagePath> files = graph.links().files(use);
            boolean tooMany = files.size() - without.size() > MOST_PAGES;
            partial |= tooMany;
            for (PagePath path : Iterables.limit(files, tooMany ? MOST_LISTED : files.size())) {
                if (!without.contains(path)) {
                    counts.merge(path, graph.facts(path).orElseThrow().symbols().count(use), Integer::sum);
                }
            }
        }
        ImmutableMultiset.Builder<String> pages = ImmutableMultiset.builder();
        counts.forEach(
                (path, count) -> pages.addCopies(graph.facts(path).orElseThrow().title(), count));
        return new Backlinks(pages.build(), partial);
    }

    boolean isEmpty() {
        return pages.isEmpty();
    }

    /** The number with the word for it: {@code 1 reference}, {@code more than 2000 references}. */
    public String count(String one, String many) {
        return partial ? "more than " + MOST_PAGES + " " + many : Counts.of(pages.size(), one, many);
    }

    /** The first pages as a list, a line each. */
    String list(Markup markup, int most) {
        String list = Counts.list(pages, most, markup);
        int more = pages.elementSet().size() - most;
        if (partial) {
            return list + "\n- … and many more pages";
        }
        return more > 0 ? list + "\n- … and " + Counts.of(more, "more page", "more pages") : list;
    }
}
