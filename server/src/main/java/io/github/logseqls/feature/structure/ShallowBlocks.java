package io.github.logseqls.feature.structure;

import com.google.common.primitives.ImmutableIntArray;
import io.github.logseqls.outline.Outline;

/**
 * The blocks of a page that stand highest, as many as a list of blocks may hold: of a larger page the deepest are left out first,
 * so that whatever is there has its parent there too.
 */
final class ShallowBlocks {

    private static final int MOST = 5_000;
    /** What holds things inside each other is written to the editor by recursion, and read so by many. */
    private static final int DEEPEST = 100;

    private ShallowBlocks() {}

    /** Their indices in the order of the page. */
    static ImmutableIntArray of(Outline outline) {
        int[] counts = new int[DEEPEST + 2];
        for (int index = 0; index < outline.size(); index++) {
            counts[Math.min(outline.level(index), DEEPEST + 1)]++;
        }
        int lastLevel = 0;
        int room = MOST;
        while (lastLevel < DEEPEST && room >= counts[lastLevel + 1]) {
            lastLevel++;
            room -= counts[lastLevel];
        }
        ImmutableIntArray.Builder found = ImmutableIntArray.builder();
        for (int index = 0; index < outline.size(); index++) {
            int level = outline.level(index);
            boolean partly = level == lastLevel + 1 && level <= DEEPEST && room > 0;
            room -= partly ? 1 : 0;
            if (level <= lastLevel || partly) {
                found.add(index);
            }
        }
        return found.build();
    }
}
