package io.github.logseqls.feature;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;

/** The blocks that a part of a page touches. */
public final class BlocksIn {

    private BlocksIn() {}

    /** Their indices, in order; {@code range} is in the page. */
    public static ImmutableList<Integer> range(Outline outline, Span range) {
        if (outline.size() == 0) {
            return ImmutableList.of();
        }
        int first = outline.blockAt(range.start()).orElseThrow();
        int last = outline.blockAt(range.end()).orElseThrow();
        return ContiguousSet.create(Range.closed(first, last), DiscreteDomain.integers())
                .asList();
    }
}
