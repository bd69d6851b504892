package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.IdLine;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.text.Edit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** References to blocks in another form: as text, or in the place of what they refer to; and the id that makes one possible. */
final class BlockReferences {

    private BlockReferences() {}

    static Stream<Refactoring> at(Spot spot) {
        Optional<BlockRef> ref = RefAt.of(spot);
        Optional<BlockAt> block = spot.wholeBlock();
        return Stream.of(
                        ref.filter(found -> found.form() != BlockRef.Form.EMBED)
                                .map(found -> new Refactoring(
                                        "replaceReferenceByText",
                                        Refactoring.Kind.INLINE,
                                        "Replace the reference by the text of its block",
                                        () -> asText(spot, block.orElseThrow(), found))),
                        ref.filter(found -> RefAt.isAll(block.orElseThrow(), found))
                                .map(found -> new Refactoring(
                                        "swapWithSource",
                                        Refactoring.Kind.MOVE,
                                        "Move the block here, and leave the reference there",
                                        () -> swapped(spot, block.orElseThrow(), found))),
                        block.filter(found -> found.block().property("id").isEmpty())
                                .map(found -> new Refactoring(
                                        "createId",
                                        Refactoring.Kind.REWRITE,
                                        "Give this block an id",
                                        () -> withId(spot, found))))
                .flatMap(Optional::stream);
    }

    private static Refactored asText(Spot spot, BlockAt block, BlockRef ref) {
        Optional<BlockAt> target = RefAt.target(spot, ref);
        if (target.isEmpty()) {
            return RefAt.NOWHERE;
        }
        String label = spot.outline().text().slice(ref.labelSpan());
        String text = label.isEmpty() ? BlockText.line(target.get()) : label;
        if (text.isEmpty()) {
            return RefAt.NO_TEXT;
        }
        return Trial.within(spot, block.index(), Change.of(spot.page(), new Edit(ref.span(), text)));
    }

    static Refactored withId(Spot spot, BlockAt block) {
        return IdLine.read(block, spot.ids().of(block))
                .map(line -> Trial.within(spot, block.index(), Change.of(spot.page(), line)))
                .orElseGet(Trial::harms);
    }

    private static Refactored swapped(Spot spot, BlockAt here, BlockRef ref) {
        Optional<BlockAt> target = RefAt.target(spot, ref);
        if (target.isEmpty()) {
            return RefAt.NOWHERE;
        }
        BlockAt there = target.get();
        if (there.outline().syntax() != spot.outline().syntax()) {
            return new Refactored.Refused(
                    "The block stands in a page of the other format, Markdown or Org, and cannot be moved as it is.");
        }
        boolean isSamePage = there.page().path().equals(spot.page().path());
        if (isSamePage && overlap(here, there)) {
            return new Refactored.Refused("One of the two is below the other, so that they cannot change places.");
        }
        List<Draft> moved = Draft.deeper(
                Draft.subtree(there.outline(), there.index()),
                here.outline().level(here.index()) - there.outline().level(there.index()));
        Draft left = new Draft(
                there.outline().level(there.index()), spot.outline().text().slice(ref.span()));
        return exchanged(spot, here, moved, there, left);
    }

    private static boolean overlap(BlockAt one, BlockAt other) {
        return one.index() < other.outline().subtreeEnd(other.index())
                && other.index() < one.outline().subtreeEnd(one.index());
    }

    /** The lines of the reference and those of the block, each in the place of the other; what is below the reference stays there. */
    private static Refactored exchanged(Spot spot, BlockAt here, List<Draft> moved, BlockAt there, Draft left) {
        int thereEnd = there.outline().subtreeEnd(there.index());
        Change change = Change.of(spot.page(), Writing.replaced(spot.page(), here.index(), here.index() + 1, moved))
                .and(Change.of(
                        there.page(), Writing.replaced(there.page(), there.index(), thereEnd, ImmutableList.of(left))));
        Map<PagePath, ImmutableList<Draft>> wanted = new LinkedHashMap<>();
        if (!there.page().path().equals(spot.page().path())) {
            wanted.put(spot.page().path(), Draft.with(spot.outline(), here.index(), here.index() + 1, moved));
            wanted.put(
                    there.page().path(), Draft.with(there.outline(), there.index(), thereEnd, ImmutableList.of(left)));
            return Trial.of(spot, change, wanted);
        }
        List<Draft> all =
                new ArrayList<>(Draft.of(spot.outline(), 0, spot.outline().size()));
        boolean isAbove = here.index() < there.index();
        Runnable puts = () -> put(all, here.index(), here.index() + 1, moved);
        Runnable leaves = () -> put(all, there.index(), thereEnd, ImmutableList.of(left));
        (isAbove ? leaves : puts).run();
        (isAbove ? puts : leaves).run();
        return Trial.of(spot, change, ImmutableMap.of(spot.page().path(), ImmutableList.copyOf(all)));
    }

    private static void put(List<Draft> all, int from, int to, List<Draft> others) {
        all.subList(from, to).clear();
        all.addAll(from, others);
    }
}
