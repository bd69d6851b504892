package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Text;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The blocks of a page in whose text an id stands, of any kind and in any case. A page that refers to a block does so in one of
 * many blocks: this finds it without asking each of them for its markup, by Horspool's algorithm, which skips most of the text.
 */
final class BlocksWithId {

    private static final int ASCII = 128;
    private static final int LAST = BlockId.LENGTH - 1;

    private final String id;
    /** How far to go on where the last character of the window is such a one. */
    private final int[] steps = new int[ASCII];

    private BlocksWithId(BlockId id) {
        this.id = id.toString();
        Arrays.fill(steps, BlockId.LENGTH);
        for (int at = 0; at < LAST; at++) {
            char c = this.id.charAt(at);
            steps[c] = LAST - at;
            steps[Character.toUpperCase(c)] = LAST - at;
        }
    }

    /** Their indices in file order. */
    static Set<Integer> in(Outline outline, BlockId id) {
        return new BlocksWithId(id).in(outline);
    }

    private Set<Integer> in(Outline outline) {
        Set<Integer> found = new TreeSet<>();
        Text text = outline.text();
        int at = LAST;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isAt(text, at - LAST)) {
                found.add(outline.blockAt(at - LAST).orElseThrow());
            }
            at += c < ASCII ? steps[c] : BlockId.LENGTH;
        }
        return found;
    }

    private boolean isAt(Text text, int start) {
        int at = LAST;
        while (at >= 0 && Character.toLowerCase(text.charAt(start + at)) == id.charAt(at)) {
            at--;
        }
        return at < 0;
    }
}
