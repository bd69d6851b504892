package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.outline.BlockId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How places in a graph are named to people. Whoever asks says how the blocks are found that names refer to. */
public final class Places {

    /** What is shown in place of a text that is not there. */
    public static final String NO_TEXT = "(no text)";

    private static final int SHORT = 60;
    private static final int MOST_NAMES = 7;
    private static final int MOST_NEAREST = 4;
    private static final Pattern HEADING = Pattern.compile("^#+\\s+");

    private Places() {}

    /** The names of a block's page and ancestors, outermost first; of many, the outermost and the nearest ones. */
    public static ImmutableList<String> breadcrumb(BlockAt block, Function<BlockId, Optional<BlockAt>> blocks) {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        String title = block.page().title();
        names.add(title);
        List<BlockAt> ancestors = ancestors(block);
        // Many pages begin with a heading that repeats their name.
        boolean repeated =
                !ancestors.isEmpty() && shortName(ancestors.get(0), blocks).equals(title);
        List<BlockAt> shown = ancestors.subList(repeated ? 1 : 0, ancestors.size());
        int nearest = 0;
        if (shown.size() >= MOST_NAMES) {
            names.add(shortName(shown.get(0), blocks)).add("…");
            nearest = shown.size() - MOST_NEAREST;
        }
        shown.subList(nearest, shown.size()).forEach(ancestor -> names.add(shortName(ancestor, blocks)));
        return names.build();
    }

    /** The blocks that a block stands under, outermost first. */
    private static List<BlockAt> ancestors(BlockAt block) {
        List<BlockAt> ancestors = new ArrayList<>();
        OptionalInt parent = block.outline().parent(block.index());
        while (parent.isPresent()) {
            ancestors.add(new BlockAt(block.page(), parent.getAsInt()));
            parent = block.outline().parent(parent.getAsInt());
        }
        return Lists.reverse(ancestors);
    }

    /** The first line of a block that says something, as people read it; where there is none, its first line as it is written. */
    public static String name(BlockAt block, Function<BlockId, Optional<BlockAt>> blocks) {
        return TellingLine.of(block, blocks).map(TellingLine::text).orElseGet(() -> shortTitle(block));
    }

    /** The same, cut where it gets long. */
    public static String shortName(BlockAt block, Function<BlockId, Optional<BlockAt>> blocks) {
        return shorten(name(block, blocks), SHORT);
    }

    /** A block's first line as it is written, cut where it gets long and without the {@code #} of a heading. */
    public static String shortTitle(BlockAt block) {
        String title = HEADING.matcher(block.title()).replaceFirst("");
        return title.isEmpty() ? NO_TEXT : shorten(title, SHORT);
    }

    /** The first characters of a text, never half of one. */
    public static String shorten(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isLowSurrogate(text.charAt(length)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
