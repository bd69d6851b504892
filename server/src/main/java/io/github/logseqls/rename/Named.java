package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.AskedName;
import io.github.logseqls.graph.AskedNames;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Outline;
import java.util.stream.IntStream;

/** All that a page names: what it mentions, and what its questions ask for. */
record Named(Page page, ImmutableList<Mention> mentions, ImmutableList<AskedName> asked) {

    static Named in(Page page) {
        return new Named(page, Mentions.of(page), AskedNames.of(page));
    }

    /** Of some blocks alone, from {@code from} up to {@code end}. */
    static Named in(Page page, int from, int end) {
        return new Named(
                page,
                IntStream.range(from, end)
                        .boxed()
                        .flatMap(block -> Mentions.of(page, block).stream())
                        .collect(ImmutableList.toImmutableList()),
                IntStream.range(from, end)
                        .boxed()
                        .flatMap(block -> AskedNames.of(page, block).stream())
                        .collect(ImmutableList.toImmutableList()));
    }

    /** What the blocks before one and those from another one on name. */
    Named outside(int from, int end) {
        Outline outline = page.outline();
        int start = outline.start(from);
        int behind = outline.start(end);
        return new Named(
                page,
                mentions.stream()
                        .filter(mention -> isOutside(mention.nameSpan().start(), start, behind))
                        .collect(ImmutableList.toImmutableList()),
                asked.stream()
                        .filter(name -> isOutside(name.nameSpan().start(), start, behind))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static boolean isOutside(int offset, int start, int end) {
        return offset < start || offset >= end;
    }
}
