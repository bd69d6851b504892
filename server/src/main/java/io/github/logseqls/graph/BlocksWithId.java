package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import java.util.Set;
import java.util.TreeSet;

/**
 * The blocks of a page in whose text an id stands, of any kind and in any case. A page that refers to a block does so in one of
 * many blocks: this finds it without asking each of them for its markup.
 */
final class BlocksWithId {

    private static final int FIRST_DASH = 8;

    private BlocksWithId() {}

    /** Their indices in file order. */
    static Set<Integer> in(Outline outline, BlockId id) {
        Set<Integer> found = new TreeSet<>();
        String text = outline.text().string();
        String written = id.toString();
        for (int dash = text.indexOf('-', FIRST_DASH); dash >= 0; dash = text.indexOf('-', dash + 1)) {
            int start = dash - FIRST_DASH;
            if (text.regionMatches(true, start, written, 0, BlockId.LENGTH)) {
                found.add(outline.blockAt(start).orElseThrow());
            }
        }
        return found;
    }
}
