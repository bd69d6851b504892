package io.github.logseqls.workspace;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.BlockId;

/** Each id that stands behind {@code id:} in a text: that some of them count for nothing shows when the block is looked for. */
final class WrittenIds {

    private WrittenIds() {}

    static ImmutableSet<BlockId> in(String text) {
        ImmutableSet.Builder<BlockId> found = ImmutableSet.builder();
        for (int colon = text.indexOf(": "); colon >= 0; colon = text.indexOf(": ", colon + 1)) {
            int start = colon + 2;
            while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
                start++;
            }
            int end = Math.min(text.length(), start + BlockId.LENGTH);
            BlockId.parse(text.substring(start, end)).ifPresent(found::add);
        }
        return found.build();
    }
}
