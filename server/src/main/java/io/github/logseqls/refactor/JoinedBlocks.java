package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Planning;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import java.util.List;
import java.util.stream.Stream;

/** Two blocks that become one. The first one keeps what is said of it; what says something of the second stands in the way. */
final class JoinedBlocks {

    private JoinedBlocks() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.wholeBlock().stream()
                .flatMap(block -> Stream.concat(
                        join(spot, block.index() + 1, "joinWithNext", "Join with the block below"),
                        join(spot, block.index(), "joinWithPrevious", "Join with the block above")));
    }

    private static Stream<Refactoring> join(Spot spot, int second, String name, String title) {
        return areNeighbours(spot.outline(), second)
                ? Stream.of(new Refactoring(name, Refactoring.Kind.REWRITE, title, () -> joined(spot, second)))
                : Stream.of();
    }

    /** Whether a block is the first one below the one before it, or its sibling. */
    private static boolean areNeighbours(Outline outline, int second) {
        if (second < 1 || second >= outline.size()) {
            return false;
        }
        int deeper = outline.level(second) - outline.level(second - 1);
        return outline.block(second - 1).kind() == Block.Kind.BULLET
                && outline.block(second).kind() == Block.Kind.BULLET
                && (deeper == 0 || deeper == 1);
    }

    private static Refactored joined(Spot spot, int second) {
        Page page = spot.page();
        Outline outline = spot.outline();
        int first = second - 1;
        if (!outline.block(second).properties().isEmpty()) {
            return new Refactored.Refused(
                    "The second block has properties of its own. Delete them first, if they are not needed any more.");
        }
        if (isPlanned(outline, second)) {
            return new Refactored.Refused(
                    "The second block is a task of its own, with a marker, a date or times. Take those away first.");
        }
        boolean isBelow = outline.level(second) > outline.level(first);
        if (isBelow && outline.hasChildren(second)) {
            return new Refactored.Refused("There are blocks below the second block, which would be too deep then.");
        }
        Draft both = new Draft(
                outline.level(first),
                content(new BlockAt(page, first), Draft.of(outline, second).content()));
        List<Draft> wanted = ImmutableList.of(both);
        Change change = Change.of(page, Writing.replaced(page, first, second + 1, wanted));
        return Trial.of(spot, change, Draft.with(outline, first, second + 1, wanted));
    }

    /** Whether something is said of a block that no part of another one could say. */
    private static boolean isPlanned(Outline outline, int block) {
        return !outline.block(block).taskMarks().marker().isEmpty()
                || !Planning.of(outline, block).equals(Planning.NONE)
                || outline.block(block).constructs().stream()
                        .anyMatch(construct -> construct.kind() == Construct.Kind.DRAWER);
    }

    /** The second text behind the first line of a block that has no other text, else on lines of its own. */
    private static String content(BlockAt first, String second) {
        Outline outline = first.outline();
        String content = Draft.of(outline, first.index()).content();
        int end = Writing.lines(outline, first.index(), first.index() + 1).end();
        if (Head.end(first) < end
                || first.block().constructs().stream()
                        .anyMatch(c -> c.span().start() <= first.block().contentStart())) {
            return content + "\n" + second;
        }
        String title = outline.text().slice(outline.title(first.index()));
        int line = second.indexOf('\n');
        String joined = (title.stripTrailing() + " " + (line < 0 ? second : second.substring(0, line))).strip();
        String head = content.length() > title.strip().length()
                ? content.substring(title.strip().length())
                : "";
        return joined + head + (line < 0 ? "" : second.substring(line));
    }
}
