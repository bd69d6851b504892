package io.github.logseqls.feature;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out whether an embed shows itself, straight or by way of others. So many blocks are looked at, and no more. */
final class EmbedCircle {

    private static final int MOST_BLOCKS = 300;

    private EmbedCircle() {}

    /**
     * What an embed shows: a block with its children, or a page.
     *
     * @param from the first block
     * @param end the one behind the last
     */
    record Shown(Page page, int from, int end) {

        private boolean holds(Shown other) {
            return page.path().equals(other.page.path()) && from <= other.from && other.end <= end;
        }

        private Place place() {
            return new Place(page.path(), from, end);
        }
    }

    private record Place(PagePath path, int from, int end) {}

    /** Whether {@code shown} comes up again in what is embedded in it. */
    static boolean holds(Snapshot snapshot, Shown shown) {
        Set<Place> seen = new HashSet<>();
        Deque<Shown> next = new ArrayDeque<>(List.of(shown));
        int left = MOST_BLOCKS;
        while (!next.isEmpty()) {
            Shown one = next.remove();
            for (int index = one.from; index < one.end && left > 0; index++, left--) {
                for (Shown embedded : (Iterable<Shown>) embedded(snapshot, new BlockAt(one.page, index))::iterator) {
                    if (embedded.holds(shown)) {
                        return true;
                    }
                    if (seen.size() < MOST_BLOCKS && seen.add(embedded.place())) {
                        next.add(embedded);
                    }
                }
            }
        }
        return false;
    }

    private static Stream<Shown> embedded(Snapshot snapshot, BlockAt block) {
        return Mentions.of(block.page(), block.index()).stream()
                .filter(mention -> mention.form() == Mention.Form.EMBED)
                .flatMap(mention -> HierarchyNode.of(snapshot, mention.target()).stream())
                .map(HierarchyNode::shown);
    }
}
