package io.github.logseqls.search;

import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names and texts of all pages of a small graph. */
public final class IndexOf {

    private IndexOf() {}

    public static SearchIndex all(Snapshot snapshot) {
        Map<PagePath, Optional<SearchedPage>> pages = new LinkedHashMap<>();
        for (PagePath path : snapshot.graph().paths()) {
            pages.put(
                    path,
                    SearchedPage.named(
                                    path,
                                    snapshot.graph().facts(path).orElseThrow(),
                                    snapshot.graph().config())
                            .map(page -> snapshot.page(path)
                                    .map(read -> page.with(read.outline()))
                                    .orElse(page)));
        }
        return SearchIndex.EMPTY.with(pages);
    }
}
