package io.github.logseqls.feature.reading;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.feature.BlockSummary;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PlainTitle;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of blocks and their children as people read it, children as a list in Markdown. Where a line embeds a block or a
 * page, that stands in its place.
 *
 * <p>It ends after so many lines and levels, and what embeds itself, straight or in a circle, is shown once.
 */
final class BlockPreview {

    private static final int MOST_LINES = 40;
    private static final int MOST_LINES_OF_PAGE = 20;
    private static final int MOST_LEVELS = 4;
    private static final int MOST_LINES_OF_WHOLE = 2000;
    private static final int MOST_LEVELS_OF_WHOLE = 40;
    /** What is left of blocks without text. */
    private static final CharMatcher BULLETS = CharMatcher.anyOf("- \n");

    private final Snapshot snapshot;
    private final BlockLines read;
    private final int mostLines;
    private final int mostLevels;
    private final List<String> lines = new ArrayList<>();
    private boolean cut;

    private BlockPreview(Snapshot snapshot, int mostLines, int mostLevels) {
        this.snapshot = snapshot;
        this.read = new BlockLines(snapshot);
        this.mostLines = mostLines;
        this.mostLevels = mostLevels;
    }

    /** The block's own lines first, then its children. */
    static String of(Snapshot snapshot, BlockAt block) {
        return new BlockPreview(snapshot, MOST_LINES, MOST_LEVELS).withChildren(block);
    }

    /** As {@link #of}, where there is room for more than a glance. */
    static String whole(Snapshot snapshot, BlockAt block) {
        return new BlockPreview(snapshot, MOST_LINES_OF_WHOLE, MOST_LEVELS_OF_WHOLE).withChildren(block);
    }

    /** The first blocks of a page, without what stands before its first bullet. */
    static String ofPage(Snapshot snapshot, Page page) {
        BlockPreview preview = new BlockPreview(snapshot, MOST_LINES_OF_PAGE, MOST_LEVELS);
        preview.addPage(page, 0, ImmutableSet.of(Target.OfPage.of(PageName.of(page.title()))));
        String text = preview.text();
        return BULLETS.matchesAllOf(text) ? "" : text;
    }

    private String withChildren(BlockAt block) {
        Set<Target> seen = block.block()
                .id()
                .map(id -> ImmutableSet.<Target>of(new Target.OfBlock(id)))
                .orElseGet(ImmutableSet::of);
        addOwn(block, "", 0, seen);
        if (block.outline().hasChildren(block.index()) && !lines.isEmpty()) {
            lines.add("");
        }
        addChildren(block, 0, seen);
        return text();
    }

    private String text() {
        if (cut) {
            lines.add("");
            lines.add("…");
        }
        return String.join("\n", lines).stripTrailing();
    }

    private boolean hasRoom() {
        boolean room = lines.size() < mostLines;
        cut |= !room;
        return room;
    }

    private void addChildren(BlockAt root, int depth, Set<Target> seen) {
        int level = root.outline().level(root.index());
        addBlocks(root.page(), root.index() + 1, root.outline().subtreeEnd(root.index()), depth - level, seen);
    }

    private void addPage(Page page, int depth, Set<Target> seen) {
        int size = page.outline().size();
        int first = size > 0 && page.outline().block(0).kind() == Block.Kind.PREAMBLE ? 1 : 0;
        if (first < size && repeatsTitle(new BlockAt(page, first))) {
            addBelowTitle(new BlockAt(page, first), depth, seen);
        } else {
            addBlocks(page, first, size, depth, seen);
        }
    }

    /** Whether a page begins with its title as a heading, which stands above its text anyway, and all else may do without. */
    private static boolean repeatsTitle(BlockAt first) {
        Outline outline = first.outline();
        int end = outline.subtreeEnd(first.index());
        Span below = new Span(outline.title(first.index()).end(), outline.text().length());
        return (end == first.index() + 1 || end == outline.size())
                && BlockSummary.isHeading(first)
                && PageName.of(PlainTitle.of(first, id -> Optional.empty()))
                        .equals(PageName.of(first.page().title()))
                && !outline.text().trimmed(below).isEmpty();
    }

    /** Adds a page but for the heading that it begins with; what stands below that moves up. */
    private void addBelowTitle(BlockAt heading, int depth, Set<Target> seen) {
        List<BlockLines.Line> own = read.of(heading, seen, mostLines).stream()
                .skip(1)
                .dropWhile(line -> line.text().isBlank())
                .toList();
        if (!own.isEmpty()) {
            addLines(own, "  ".repeat(depth) + "- ", depth + 1, seen);
        }
        Outline outline = heading.outline();
        int deeper = outline.hasChildren(heading.index()) ? depth - 1 : depth;
        addBlocks(heading.page(), heading.index() + 1, outline.size(), deeper, seen);
    }

    /** Adds blocks of a page as a list, each one so many levels deeper than it stands there. */
    private void addBlocks(Page page, int from, int end, int deeper, Set<Target> seen) {
        for (int index = from; index < end && hasRoom(); index++) {
            int depth = page.outline().level(index) + deeper;
            if (depth <= mostLevels) {
                addOwn(new BlockAt(page, index), "  ".repeat(depth - 1) + "- ", depth, seen);
            }
            cut |= depth > mostLevels;
        }
    }

    /** Adds the lines of a block; {@code first} stands before the first of them. */
    private void addOwn(BlockAt block, String first, int depth, Set<Target> seen) {
        List<BlockLines.Line> own = read.of(block, seen, mostLines);
        if (own.isEmpty() && !first.isEmpty()) {
            lines.add(first.stripTrailing());
        }
        addLines(own, first, depth, seen);
    }

    private void addLines(List<BlockLines.Line> own, String first, int depth, Set<Target> seen) {
        String rest = "  ".repeat(depth);
        for (int i = 0; i < own.size() && hasRoom(); i++) {
            BlockLines.Line line = own.get(i);
            String prefix = i == 0 ? first : rest;
            boolean embedded =
                    line.embed().isPresent() && addEmbedded(line.embed().get(), prefix, depth, seen);
            if (!embedded) {
                lines.add((prefix + line.text()).stripTrailing());
            }
        }
    }

    /** Adds what an embed stands for; false where that is unknown, or shown around it already. */
    private boolean addEmbedded(Target embed, String prefix, int depth, Set<Target> seen) {
        if (seen.size() >= BlockLines.DEEPEST_REFERENCE) {
            return false;
        }
        if (embed instanceof Target.OfBlock target && !seen.contains(embed)) {
            Optional<BlockAt> block = read.block(target.id());
            block.ifPresent(found -> {
                addOwn(found, prefix, depth, BlockLines.with(seen, embed));
                addChildren(found, depth, BlockLines.with(seen, embed));
            });
            return block.isPresent();
        }
        if (embed instanceof Target.OfPage target && !seen.contains(Target.OfPage.of(target.name()))) {
            Optional<Page> page = page(target.name());
            page.ifPresent(found -> {
                lines.add(prefix + "**" + found.title() + "**");
                addPage(found, depth, BlockLines.with(seen, Target.OfPage.of(target.name())));
            });
            return page.isPresent();
        }
        return false;
    }

    private Optional<Page> page(PageName name) {
        return snapshot.graph().pages().sources(name).stream().findFirst().flatMap(snapshot::page);
    }
}
