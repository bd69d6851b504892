package io.github.logseqls.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The names in a graph that stand for no page with a file. */
public final class Vocabulary {

    public static final Vocabulary NONE = new Vocabulary(List.of(), List.of(), List.of(), List.of());

    private final ImmutableList<PageName> withoutFile;
    /** All of them, a line each. */
    private final byte[] folded;

    private final ImmutableList<String> keys;
    private final ImmutableList<String> templates;
    private final ImmutableList<PagePath> assets;

    /**
     * The names of a graph.
     *
     * @param withoutFile the pages that are referred to and have no file
     * @param keys the keys of properties, in normal form
     * @param templates the names of templates
     * @param assets the files that are no pages
     */
    public Vocabulary(
            Collection<PageName> withoutFile,
            Collection<String> keys,
            Collection<String> templates,
            Collection<PagePath> assets) {
        this.withoutFile = ImmutableList.sortedCopyOf(Comparator.comparing(PageName::toString), withoutFile);
        this.folded = Folded.lines(Lists.transform(this.withoutFile, PageName::toString));
        this.keys = ImmutableList.sortedCopyOf(keys);
        this.templates = ImmutableList.sortedCopyOf(templates);
        this.assets = ImmutableList.sortedCopyOf(assets);
    }

    public ImmutableList<String> keys() {
        return keys;
    }

    public ImmutableList<String> templates() {
        return templates;
    }

    public ImmutableList<PagePath> assets() {
        return assets;
    }

    private record Fitting(PageName name, Fit fit) {}

    ImmutableList<PageName> pagesWithoutFile(Query query, int most) {
        List<Fitting> fitting = new ArrayList<>();
        int from = 0;
        for (PageName name : withoutFile) {
            int end = from;
            while (folded[end] != Folded.LINE_END) {
                end++;
            }
            Fit fit = query.fitOfName(folded, from, end);
            if (fit != Fit.NONE) {
                fitting.add(new Fitting(name, fit));
            }
            from = end + 1;
        }
        return fitting.stream()
                .sorted(Comparator.comparing(Fitting::fit).reversed())
                .limit(most)
                .map(Fitting::name)
                .collect(ImmutableList.toImmutableList());
    }
}
