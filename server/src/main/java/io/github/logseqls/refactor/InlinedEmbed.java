package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.DroppedProperties;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.text.Edit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An embed that becomes a copy of what it shows: its blocks come below the block here. What refers to them goes on leading to where
 * they were, since copies get no ids.
 */
final class InlinedEmbed {

    private static final int MOST_BLOCKS = 2000;

    private static final Refactored MORE_LINES =
            new Refactored.Refused("The block that this shows has more than one line, and other text stands around"
                    + " the embed. Put the embed into a block of its own first.");

    private InlinedEmbed() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.wholeBlock().stream()
                .flatMap(block -> Stream.concat(ofBlock(spot, block).stream(), ofPage(spot, block).stream()));
    }

    private static Optional<Refactoring> ofBlock(Spot spot, BlockAt block) {
        return RefAt.of(spot)
                .filter(ref -> ref.form() == BlockRef.Form.EMBED)
                .map(ref -> new Refactoring(
                        "inlineEmbed",
                        Refactoring.Kind.INLINE,
                        "Replace the embed by a copy of the block",
                        () -> block(spot, block, ref)));
    }

    private static Optional<Refactoring> ofPage(Spot spot, BlockAt block) {
        return spot.outline().inlines(block.index()).stream()
                .filter(inline -> inline instanceof PageRef ref
                        && ref.form() == PageRef.Form.EMBED
                        && ref.span().touches(spot.selection().start())
                        && !spot.snapshot()
                                .graph()
                                .pages()
                                .sources(PageName.of(ref.name()))
                                .isEmpty())
                .findFirst()
                .map(ref -> new Refactoring(
                        "inlinePage",
                        Refactoring.Kind.INLINE,
                        "Replace the embed by a copy of the page",
                        () -> page(spot, block, (PageRef) ref)));
    }

    private static Refactored block(Spot spot, BlockAt block, BlockRef ref) {
        Optional<BlockAt> found = RefAt.target(spot, ref);
        if (found.isEmpty()) {
            return RefAt.NOWHERE;
        }
        BlockAt source = found.get();
        boolean isInside = source.page().path().equals(spot.page().path())
                && source.index() <= block.index()
                && block.index() < source.outline().subtreeEnd(source.index());
        if (isInside) {
            return new Refactored.Refused("The embed stands in what it shows, so that a copy would never end.");
        }
        List<Draft> copies = DroppedProperties.without(source, BlockText::isOwn);
        if (copies.isEmpty()) {
            return Trial.harms();
        }
        boolean isAll = RefAt.isAll(block, ref);
        if (!isAll && copies.get(0).content().contains("\n")) {
            return MORE_LINES;
        }
        if (!isAll && BlockText.line(source).isEmpty()) {
            return RefAt.NO_TEXT;
        }
        int level = spot.outline().level(block.index());
        List<Draft> moved = Draft.deeper(copies, level - source.outline().level(source.index()));
        Edit here = isAll
                ? Writing.replaced(spot.page(), block.index(), block.index() + 1, moved.subList(0, 1))
                : new Edit(ref.span(), BlockText.line(source));
        return inlined(spot, block, here, moved.subList(1, moved.size()), source.page());
    }

    private static Refactored page(Spot spot, BlockAt block, PageRef ref) {
        Optional<Page> found = spot.snapshot().graph().pages().sources(PageName.of(ref.name())).stream()
                .findFirst()
                .flatMap(spot.snapshot()::page);
        if (found.isEmpty()) {
            return new Refactored.Refused("The page is just being read. Try again then.");
        }
        Page page = found.get();
        if (page.path().equals(spot.page().path())) {
            return new Refactored.Refused("The page embeds itself, so that a copy would never end.");
        }
        ImmutableList.Builder<Draft> copies = ImmutableList.builder();
        for (int index = 0;
                index < page.outline().size();
                index = page.outline().subtreeEnd(index)) {
            if (page.outline().block(index).kind() != Block.Kind.PREAMBLE) {
                copies.addAll(DroppedProperties.without(new BlockAt(page, index), BlockText::isOwn));
            }
        }
        String name = spot.outline().text().slice(ref.nameSpan());
        int level = spot.outline().level(block.index());
        return inlined(
                spot,
                block,
                new Edit(ref.span(), name.startsWith("[[") ? name : "[[" + ref.name() + "]]"),
                Draft.deeper(copies.build(), level),
                page);
    }

    private static Refactored inlined(Spot spot, BlockAt block, Edit here, List<Draft> copies, Page source) {
        if (source.outline().syntax() != spot.outline().syntax()) {
            return new Refactored.Refused(
                    "What is shown stands in a page of the other format, Markdown or Org, and cannot be copied as it is.");
        }
        if (copies.size() > MOST_BLOCKS) {
            return new Refactored.Refused(
                    "These are more than %,d blocks. Copy those that you want.".formatted(MOST_BLOCKS));
        }
        Outline outline = spot.outline();
        Outline replaced = outline.with(here);
        if (replaced.size() != outline.size()) {
            return Trial.harms();
        }
        int end = outline.subtreeEnd(block.index());
        List<Draft> wanted = ImmutableList.<Draft>builder()
                .add(Draft.of(replaced, block.index()))
                .addAll(Draft.of(outline, block.index() + 1, end))
                .addAll(copies)
                .build();
        List<Edit> edits = copies.isEmpty()
                ? ImmutableList.of(here)
                : ImmutableList.of(here, Writing.below(spot.page(), block.index(), copies));
        return Trial.of(spot, Change.of(spot.page(), edits), Draft.with(outline, block.index(), end, wanted));
    }
}
