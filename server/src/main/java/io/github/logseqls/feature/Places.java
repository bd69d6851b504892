package io.github.logseqls.feature;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockAt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How places in a graph are named to people. */
final class Places {

    /** What is shown in place of a text that is not there. */
    static final String NO_TEXT = "(no text)";

    private static final int TITLE_LENGTH = 60;
    private static final int MOST_NAMES = 7;
    private static final Pattern HEADING = Pattern.compile("^#+\\s+");

    private Places() {}

    /** The names of a block's page and ancestors, outermost first. */
    static ImmutableList<String> breadcrumb(BlockAt block) {
        Deque<String> names = new ArrayDeque<>();
        OptionalInt parent = block.outline().parent(block.index());
        while (parent.isPresent()) {
            names.addFirst(shortTitle(new BlockAt(block.page(), parent.getAsInt())));
            parent = block.outline().parent(parent.getAsInt());
        }
        // Many pages begin with a heading that repeats their name.
        if (block.page().title().equals(names.peekFirst())) {
            names.removeFirst();
        }
        names.addFirst(block.page().title());
        return names.size() <= MOST_NAMES ? ImmutableList.copyOf(names) : abridged(ImmutableList.copyOf(names));
    }

    private static ImmutableList<String> abridged(ImmutableList<String> names) {
        return ImmutableList.<String>builder()
                .addAll(names.subList(0, 2))
                .add("…")
                .addAll(names.subList(names.size() - MOST_NAMES + 3, names.size()))
                .build();
    }

    /** A block's first line, cut where it gets long and without the {@code #} of a heading. */
    static String shortTitle(BlockAt block) {
        String title = HEADING.matcher(block.title()).replaceFirst("");
        if (title.isEmpty()) {
            return NO_TEXT;
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
