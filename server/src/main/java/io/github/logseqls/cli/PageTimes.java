package io.github.logseqls.cli;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long it takes to read each page again, now that the program is warm.
 *
 * @param slowest the pages that took longest, that first
 * @param blocks how many blocks all pages have
 * @param characters how long they are, in UTF-16 units
 */
record PageTimes(ImmutableList<PageTime> slowest, long blocks, long characters) {

    private static final int MOST = 5;

    /** One page, and the nanoseconds it took. */
    record PageTime(PagePath path, long nanoseconds, int characters, int blocks) {}

    static PageTimes of(Snapshot snapshot) {
        List<PageTime> times = new ArrayList<>();
        for (PagePath path : snapshot.graph().paths()) {
            if (snapshot.graph().isPage(path)) {
                long start = System.nanoTime();
                snapshot.page(path).ifPresent(page -> {
                    Facts.of(path, page.outline(), page.config());
                    times.add(new PageTime(
                            path,
                            System.nanoTime() - start,
                            page.outline().text().length(),
                            page.outline().size()));
                });
            }
        }
        return new PageTimes(
                times.stream()
                        .sorted(Comparator.comparingLong(PageTime::nanoseconds).reversed())
                        .limit(MOST)
                        .collect(ImmutableList.toImmutableList()),
                times.stream().mapToLong(PageTime::blocks).sum(),
                times.stream().mapToLong(PageTime::characters).sum());
    }
}
