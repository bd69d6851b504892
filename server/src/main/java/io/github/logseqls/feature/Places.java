package io.github.logseqls.feature;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.github.logseqls.graph.BlockAt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How places in a graph are named to people. */
final class Places {

    /** What is shown in place of a text that is not there. */
    static final String NO_TEXT = "(no text)";

    private static final int TITLE_LENGTH = 60;
    private static final int MOST_NAMES = 7;

    private Places() {}

    /** The names of a block's page and ancestors, outermost first; of many those in the middle are left out. */
    static ImmutableList<String> breadcrumb(BlockAt block) {
        Deque<BlockAt> ancestors = new ArrayDeque<>();
        OptionalInt parent = block.outline().parent(block.index());
        while (parent.isPresent()) {
            ancestors.addFirst(new BlockAt(block.page(), parent.getAsInt()));
            parent = block.outline().parent(parent.getAsInt());
        }
        String page = block.page().title();
        // Many pages begin with a heading that repeats their name.
        if (!ancestors.isEmpty() && shortTitle(ancestors.getFirst()).equals(page)) {
            ancestors.removeFirst();
        }
        return names(page, ImmutableList.copyOf(ancestors));
    }

    private static ImmutableList<String> names(String page, ImmutableList<BlockAt> ancestors) {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        names.add(page);
        int size = ancestors.size();
        if (size < MOST_NAMES) {
            return names.addAll(titles(ancestors)).build();
        }
        return names.addAll(titles(ancestors.subList(0, 1)))
                .add("…")
                .addAll(titles(ancestors.subList(size + 3 - MOST_NAMES, size)))
                .build();
    }

    private static Iterable<String> titles(List<BlockAt> blocks) {
        return Iterables.transform(blocks, Places::shortTitle);
    }

    /** A block's first line without marks, cut where it gets long; no page is read for blocks that it refers to. */
    static String shortTitle(BlockAt block) {
        String title = PlainTitle.of(block, id -> Optional.empty());
        return title.isEmpty() ? NO_TEXT : shorten(title, TITLE_LENGTH);
    }

    /** The first characters of a text, never half of one. */
    static String shorten(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isLowSurrogate(text.charAt(length)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
