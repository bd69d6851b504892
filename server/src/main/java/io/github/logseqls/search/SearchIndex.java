package io.github.logseqls.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.vavr.collection.HashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names and texts of all pages of a graph, to be searched. A value: it is made anew, by difference, when pages change, and
 * shares what stays. Kept so, it answers as one made from scratch.
 *
 * <p>Nothing is looked up: each query goes through all pages, those last changed first, and passes over most of them by
 * the trigrams of their texts.
 */
public final class SearchIndex {

    public static final SearchIndex EMPTY = new SearchIndex(HashMap.empty(), new SearchedPage[0], Vocabulary.NONE);

    /** So many pages are looked through before it is asked whether that is enough, and each time twice as many. */
    private static final int FIRST_STRETCH = 256;

    private static final int LONGEST_STRETCH = 16_384;

    /** A word that so many blocks hold is too common for the older ones to matter. */
    private static final int ENOUGH = 4_000;

    /** The same for those to whom the near ones matter, which are looked at in any case. */
    private static final int ENOUGH_AROUND = 1_000;

    private final HashMap<PagePath, SearchedPage> pages;
    /** The same, the last changed first. */
    private final SearchedPage[] inOrder;

    private final Vocabulary vocabulary;

    private SearchIndex(HashMap<PagePath, SearchedPage> pages, SearchedPage[] inOrder, Vocabulary vocabulary) {
        this.pages = pages;
        this.inOrder = inOrder;
        this.vocabulary = vocabulary;
    }

    public Optional<SearchedPage> page(PagePath path) {
        return pages.get(path).toJavaOptional();
    }

    /** All its files, those last changed first. */
    public Iterable<PagePath> paths() {
        return Lists.transform(Arrays.asList(inOrder), SearchedPage::path);
    }

    /** This index after pages came, changed or went. */
    public SearchIndex with(Map<PagePath, Optional<SearchedPage>> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        HashMap<PagePath, SearchedPage> after = pages;
        List<SearchedPage> come = new ArrayList<>(changes.size());
        for (Map.Entry<PagePath, Optional<SearchedPage>> change : changes.entrySet()) {
            PagePath path = change.getKey();
            after = change.getValue().isPresent()
                    ? after.put(path, change.getValue().get())
                    : after.remove(path);
            change.getValue().ifPresent(come::add);
        }
        List<SearchedPage> gone = new ArrayList<>(changes.size());
        changes.keySet().forEach(path -> pages.get(path).forEach(gone::add));
        SearchedPage[] merged = InOrder.merged(inOrder, gone, come, SearchedPage[]::new, SearchedPage.LATEST_FIRST);
        return new SearchIndex(after, merged, vocabulary);
    }

    /**
     * The pages that answer a query best by one of their names, the better first; to an empty query, those last changed.
     *
     * @param checkWanted throws when the answer is not wanted any more
     */
    public ImmutableList<Hit> pages(Query query, int most, References references, Runnable checkWanted) {
        Search search = (page, to) -> page.addNames(query, references, to);
        return best(inOrder, Integer.MAX_VALUE, new Best(most), checkWanted, search)
                .hits();
    }

    /**
     * The blocks that answer a query best, the better first. Where very many do, only those of the pages last changed count.
     *
     * @param checkWanted throws when the answer is not wanted any more
     */
    public ImmutableList<Hit> blocks(Query query, int most, Runnable checkWanted) {
        Search search = (page, to) -> page.addBlocks(query, Nearness.NONE, to);
        return best(inOrder, ENOUGH, new Best(most), checkWanted, search).hits();
    }

    /** As {@link #blocks}; of those that fit equally well, the near ones first. The nearest pages count in any case. */
    public ImmutableList<Hit> blocks(Query query, int most, Nearness nearness, Runnable checkWanted) {
        Set<PagePath> nearest = nearness.nearest();
        SearchedPage[] first =
                nearest.stream().flatMap(path -> page(path).stream()).toArray(SearchedPage[]::new);
        Search search = (page, to) -> page.addBlocks(query, nearness, to);
        Best best = best(first, Integer.MAX_VALUE, new Best(most), checkWanted, search);
        Search searchOther = (page, to) -> {
            if (page.mayAnswer(query) && !nearest.contains(page.path())) {
                search.add(page, to);
            }
        };
        return best(inOrder, ENOUGH_AROUND, best, checkWanted, searchOther).hits();
    }

    /** The blocks of one page that answer a query best, the better first. */
    public ImmutableList<Hit> blocks(PagePath path, Query query, int most) {
        Best best = new Best(most);
        page(path).ifPresent(page -> page.addBlocks(query, Nearness.NONE, best));
        return best.hits();
    }

    /** The names without a page that answer a query best, the better first. */
    public ImmutableList<PageName> pagesWithoutFile(Query query, int most) {
        return vocabulary.pagesWithoutFile(query, most);
    }

    /** What else the graph has names for. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** This index with other names. */
    public SearchIndex with(Vocabulary other) {
        return new SearchIndex(pages, inOrder, other);
    }

    private interface Search {
        void add(SearchedPage page, Best to);
    }

    /** Goes through the pages on all processors, stretch by stretch, until {@code enough} hits more have been seen. */
    private static Best best(SearchedPage[] pages, int enough, Best best, Runnable checkWanted, Search search) {
        int seen = best.seen();
        int from = 0;
        int stretch = FIRST_STRETCH;
        while (from < pages.length && best.seen() - seen < enough) {
            checkWanted.run();
            int end = Math.min(pages.length, from + stretch);
            best.addAll(Arrays.stream(pages, from, end)
                    .parallel()
                    .collect(best::another, (to, page) -> search.add(page, to), Best::addAll));
            from = end;
            stretch = Math.min(2 * stretch, LONGEST_STRETCH);
        }
        return best;
    }
}
