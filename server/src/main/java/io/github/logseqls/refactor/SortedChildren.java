package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.PlainTitle;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The blocks right below a block in the order of their texts, each with all below it; equal ones stay in their order. */
final class SortedChildren {

    private SortedChildren() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.wholeBlock().filter(SortedChildren::hasSeveral).stream()
                .map(block -> new Refactoring(
                        "sortChildren",
                        Refactoring.Kind.MOVE,
                        "Sort the blocks below by their text",
                        () -> sorted(spot, block)));
    }

    private static boolean hasSeveral(BlockAt block) {
        Outline outline = block.outline();
        return outline.hasChildren(block.index())
                && outline.subtreeEnd(block.index() + 1) < outline.subtreeEnd(block.index());
    }

    private static Refactored sorted(Spot spot, BlockAt block) {
        Outline outline = spot.outline();
        List<Integer> now = new ArrayList<>();
        int end = outline.subtreeEnd(block.index());
        for (int child = block.index() + 1; child < end; child = outline.subtreeEnd(child)) {
            now.add(child);
        }
        Map<Integer, String> texts = new HashMap<>();
        now.forEach(child -> texts.put(child, PlainTitle.of(new BlockAt(spot.page(), child), id -> Optional.empty())));
        List<Integer> then = now.stream()
                .sorted(Comparator.comparing(texts::get, String.CASE_INSENSITIVE_ORDER))
                .toList();
        if (then.equals(now)) {
            return new Refactored.Refused("The blocks below are in order already.");
        }
        List<Edit> edits = new ArrayList<>();
        ImmutableList.Builder<Draft> wanted = ImmutableList.builder();
        wanted.add(Draft.of(outline, block.index()));
        for (int at = 0; at < now.size(); at++) {
            // What parts blocks stays where it is, so that the end of the page does.
            edits.add(new Edit(lines(outline, now.get(at)), outline.text().slice(lines(outline, then.get(at)))));
            wanted.addAll(Draft.subtree(outline, then.get(at)));
        }
        return Trial.of(spot, Change.of(spot.page(), edits), Draft.with(outline, block.index(), end, wanted.build()));
    }

    private static Span lines(Outline outline, int child) {
        return Writing.lines(outline, child, outline.subtreeEnd(child));
    }
}
