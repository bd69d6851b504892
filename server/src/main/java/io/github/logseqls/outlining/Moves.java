package io.github.logseqls.outlining;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Prefixes;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Subtrees moved by one step. What they are moved past is what changes its place in the text, so that a caret in them stays where
 * it is in whatever editor. At the end of their way nothing comes of a step.
 */
public final class Moves {

    private Moves() {}

    /** Before the sibling above; the first of siblings behind those below the sibling of its parent, as in the app. */
    public static Optional<Outcome> up(Subtrees blocks) {
        OptionalInt before = blocks.before();
        if (before.isPresent()) {
            return Optional.of(swapped(
                    blocks, before.getAsInt(), blocks.from(), Prefixes.of(blocks.outline(), before.getAsInt())));
        }
        OptionalInt parent = blocks.parent();
        OptionalInt aunt =
                parent.isEmpty() ? OptionalInt.empty() : Subtrees.siblingBefore(blocks.outline(), parent.getAsInt());
        return aunt.isEmpty()
                ? Optional.empty()
                : Optional.of(swapped(
                        blocks,
                        blocks.from() - 1,
                        blocks.from(),
                        Prefixes.ofLastChild(blocks.page(), aunt.getAsInt())));
    }

    /** Behind the sibling below; the last of siblings before those below the next sibling of its parent. */
    public static Optional<Outcome> down(Subtrees blocks) {
        Outline outline = blocks.outline();
        int next = blocks.to();
        if (next < outline.size() && outline.level(next) == blocks.level()) {
            return Optional.of(swapped(blocks, next, outline.subtreeEnd(next), Prefixes.of(outline, next)));
        }
        if (next < outline.size() && outline.level(next) == blocks.level() - 1) {
            return Optional.of(swapped(blocks, next, next + 1, Prefixes.ofFirstChild(blocks.page(), next)));
        }
        return Optional.empty();
    }

    /** Below the sibling above, behind what is there. */
    public static Optional<Outcome> in(Subtrees blocks) {
        OptionalInt before = blocks.before();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        int parent = before.getAsInt();
        String step = Prefixes.step(blocks.page(), parent);
        String prefix = Prefixes.ofLastChild(blocks.page(), parent);
        String below = Prefixes.below(blocks.page(), parent);
        return Optional.of(indented(
                blocks,
                1,
                Stream.of(
                        Change.of(blocks.page(), shifted(blocks, prefix, step)),
                        Change.of(blocks.page(), even(blocks, prefix, step)),
                        Change.of(blocks.page(), even(blocks, below, step)))));
    }

    /**
     * Behind the parent. As in the app, the siblings behind them are then below the last of them, unless the graph is set to
     * {@code :editor/logical-outdenting?}: then they stay below the parent.
     */
    public static Optional<Outcome> out(Subtrees blocks) {
        OptionalInt parent = blocks.parent();
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        int outer = parent.getAsInt();
        if (blocks.page().config().isOutdentingLogical()) {
            return Optional.of(Transfers.to(Place.behind(blocks.page(), outer), blocks));
        }
        Outline outline = blocks.outline();
        String prefix = Prefixes.of(outline, outer);
        String step = Prefixes.step(blocks.page(), blocks.from());
        int end = outline.subtreeEnd(outer);
        ImmutableList<Edit> behind = end == blocks.to()
                ? ImmutableList.of()
                : Prefixed.edits(outline, blocks.to(), end, Prefixed.even(outline, blocks.to(), prefix + step, step));
        return Optional.of(indented(
                blocks,
                -1,
                Stream.of(
                        Change.of(blocks.page(), shifted(blocks, prefix, step)),
                        Change.of(blocks.page(), even(blocks, prefix, step)).and(Change.of(blocks.page(), behind)))));
    }

    private static ImmutableList<Edit> shifted(Subtrees blocks, String prefix, String step) {
        return Prefixed.edits(
                blocks.outline(),
                blocks.from(),
                blocks.to(),
                Prefixed.shifted(blocks.outline(), blocks.from(), prefix, step));
    }

    private static ImmutableList<Edit> even(Subtrees blocks, String prefix, String step) {
        return Prefixed.edits(
                blocks.outline(),
                blocks.from(),
                blocks.to(),
                Prefixed.even(blocks.outline(), blocks.from(), prefix, step));
    }

    private static Outcome indented(Subtrees blocks, int deeper, Stream<Change> attempts) {
        WantedBlocks wanted = WantedBlocks.of(blocks.outline())
                .without(blocks.from(), blocks.to())
                .with(blocks.from(), blocks.outline(), blocks.from(), blocks.to(), deeper);
        return Trial.first(blocks.page(), attempts, wanted, blocks.from());
    }

    /**
     * The blocks in the place of their neighbours, which go to the other side of them.
     *
     * @param prefix what the blocks get where they cannot keep theirs
     */
    private static Outcome swapped(Subtrees blocks, int from, int to, String prefix) {
        Outline outline = blocks.outline();
        boolean isUp = from < blocks.from();
        Span others = BlockLines.of(outline, from, to);
        Span own = blocks.lines();
        String lines = outline.text().slice(others);
        Edit taken;
        Edit put;
        if (isUp) {
            String between = outline.text().slice(new Span(others.end(), own.start()));
            taken = new Edit(new Span(others.start(), own.start()), "");
            put = new Edit(new Span(own.end(), own.end()), between + lines);
        } else {
            String between = outline.text().slice(new Span(own.end(), others.start()));
            taken = new Edit(new Span(own.end(), others.end()), "");
            put = new Edit(new Span(own.start(), own.start()), lines + between);
        }
        Change change = Change.of(blocks.page(), put, taken);
        int first = isUp ? from : blocks.from() + to - from;
        WantedBlocks wanted = isUp
                ? WantedBlocks.of(outline).without(from, to).with(from + blocks.size(), outline, from, to, 0)
                : WantedBlocks.of(outline).without(from, to).with(blocks.from(), outline, from, to, 0);
        String step = Prefixes.step(blocks.page(), blocks.from());
        Stream<Change> indented = Stream.of(shifted(blocks, prefix, step), even(blocks, prefix, step))
                .map(edits -> change.and(Change.of(blocks.page(), edits)));
        return Trial.first(blocks.page(), Stream.concat(Stream.of(change), indented), wanted, first);
    }
}
