package io.github.logseqls.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Outline;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What is searched of one page: its names, and the texts of its blocks once they have been read. */
public final class SearchedPage {

    /** The last changed first. */
    static final Comparator<SearchedPage> LATEST_FIRST =
            Comparator.comparingLong(SearchedPage::changed).reversed().thenComparing(SearchedPage::path);

    private final PagePath path;
    private final long changed;
    private final boolean isJournal;
    private final ImmutableList<PageName> names;
    /** All of them, a line each. */
    private final byte[] foldedNames;

    /** Of all of them. */
    private final long letters;

    private final BlockTexts texts;

    private SearchedPage(
            PagePath path,
            long changed,
            boolean isJournal,
            ImmutableList<PageName> names,
            byte[] foldedNames,
            BlockTexts texts) {
        this.path = path;
        this.changed = changed;
        this.isJournal = isJournal;
        this.names = names;
        this.foldedNames = foldedNames;
        this.letters = Letters.of(foldedNames);
        this.texts = texts;
    }

    /** A page by its names alone; empty for a file that is no page. */
    public static Optional<SearchedPage> named(PagePath path, Facts facts, GraphConfig config) {
        if (facts.title().isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<PageName> names = Stream.concat(
                        facts.symbols().names(Symbol.Title.class, Symbol.Title::page).stream(),
                        facts.symbols().names(Symbol.Alias.class, Symbol.Alias::page).stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
        boolean isJournal = config.journals().parse(facts.title()).isPresent();
        return Optional.of(new SearchedPage(
                path,
                facts.changed(),
                isJournal,
                names,
                Folded.lines(Lists.transform(names, PageName::toString)),
                BlockTexts.NONE));
    }

    /** The page with the texts of its blocks. */
    public SearchedPage with(Outline outline) {
        return new SearchedPage(path, changed, isJournal, names, foldedNames, BlockTexts.of(outline));
    }

    public PagePath path() {
        return path;
    }

    /** When its file last changed, in milliseconds since 1970; 0 where that is not known. */
    long changed() {
        return changed;
    }

    boolean isJournal() {
        return isJournal;
    }

    void addNames(Query query, References references, Best to) {
        if (!query.mayBeOf(letters)) {
            return;
        }
        int from = 0;
        for (int at = 0; from < foldedNames.length; at++) {
            int end = from;
            while (foldedNames[end] != Folded.LINE_END) {
                end++;
            }
            Fit fit = query.fitOfName(foldedNames, from, end);
            if (fit != Fit.NONE) {
                addName(names.get(at), fit, references, to);
            }
            from = end + 1;
        }
    }

    private void addName(PageName name, Fit fit, References references, Best to) {
        // A letter stands somewhere in most names: for those that only hold it, nobody counts.
        boolean counts = fit.weight() >= Fit.WORD_STARTS.weight();
        if (to.takes(Rank.ofPage(fit, this, counts ? Integer.MAX_VALUE : 0))) {
            to.add(new Hit.OfPage(path, name, Rank.ofPage(fit, this, counts ? references.to(name) : 0)));
        }
    }

    /** Whether it may have blocks that answer; most pages that have none are told by that. */
    boolean mayAnswer(Query query) {
        return texts.mayAnswer(query);
    }

    void addBlocks(Query query, Nearness nearness, Best to) {
        texts.forEach(query, new BlockTexts.Taker() {
            private int near = -1;

            @Override
            public void take(int block, Fit fit) {
                to.see();
                // Nobody asks how near a page is with nothing that would be good enough.
                if (near < 0 && to.takes(Rank.ofBlock(fit, Nearness.NEAREST, SearchedPage.this))) {
                    near = nearness.of(path);
                }
                long rank = Rank.ofBlock(fit, Math.max(0, near), SearchedPage.this);
                if (to.takes(rank)) {
                    to.add(new Hit.OfBlock(path, block, rank));
                }
            }
        });
    }
}
