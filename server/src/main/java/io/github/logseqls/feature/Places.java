package io.github.logseqls.feature;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockAt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** How places in a graph are named to people. */
final class Places {

    private static final int TITLE_LENGTH = 60;

    private Places() {}

    /** The names of a block's page and ancestors, outermost first. */
    static ImmutableList<String> breadcrumb(BlockAt block) {
        Deque<String> names = new ArrayDeque<>();
        OptionalInt parent = block.outline().parent(block.index());
        while (parent.isPresent()) {
            names.addFirst(shortTitle(new BlockAt(block.page(), parent.getAsInt())));
            parent = block.outline().parent(parent.getAsInt());
        }
        names.addFirst(block.page().title());
        return ImmutableList.copyOf(names);
    }

    /** A block's first line, cut where it gets long; what it has instead where that is empty. */
    static String shortTitle(BlockAt block) {
        String title = block.title();
        if (title.isEmpty()) {
            return "(no text)";
        }
        return shorten(title, TITLE_LENGTH);
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
