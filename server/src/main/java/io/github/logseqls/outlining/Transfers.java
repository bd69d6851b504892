package io.github.logseqls.outlining;

import io.github.logseqls.change.Change;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.change.Prefixes;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Subtrees that go to any other place, are copied, or go altogether. */
public final class Transfers {

    private static final Pattern LINE_END = Pattern.compile("\r?\n");

    private static final Outcome INSIDE =
            new Outcome.Refused("Blocks cannot go below themselves. Choose another place.");
    private static final Outcome OTHER_SYNTAX =
            new Outcome.Refused("One of the pages is written in Markdown and the other in Org. Move the text by hand.");

    private Transfers() {}

    /** Moves subtrees within their page or to another one. */
    public static Outcome to(Place place, Subtrees blocks) {
        if (place.page().outline().syntax() != blocks.outline().syntax()) {
            return OTHER_SYNTAX;
        }
        return place.page().path().equals(blocks.page().path()) ? within(place, blocks) : across(place, blocks);
    }

    /** Moves subtrees to a page that has no file yet. */
    public static Outcome to(NewPage made, Subtrees blocks) {
        Syntax syntax = made.syntax();
        if (syntax != blocks.outline().syntax()) {
            return OTHER_SYNTAX;
        }
        // Its empty block is what it begins with where there is nothing else.
        String head = made.content()
                .substring(
                        0, made.content().length() - Prefixes.bullet(syntax, "").length());
        Outline empty = Outline.parse(Text.of(head), syntax);
        WantedBlocks left = WantedBlocks.of(blocks.outline()).without(blocks.from(), blocks.to());
        Change taken = taken(blocks);
        for (IntFunction<String> prefixes : prefixes(blocks, "")) {
            String text = head + lines(blocks, prefixes, "\n");
            Outline after = Outline.parse(Text.of(text), syntax);
            WantedBlocks wanted = WantedBlocks.of(empty)
                    .with(empty.size(), blocks.outline(), blocks.from(), blocks.to(), 1 - blocks.level());
            if (wanted.areIn(after) && Trial.right(blocks.page(), taken, left).isPresent()) {
                Change change = taken.and(Change.of(new FileStep.Created(made.path(), text)));
                return new Outcome.Done(change, made.path(), after, empty.size());
            }
        }
        return Trial.refused();
    }

    /** Copies subtrees to the place behind them, with new ids; what refers to their ids goes on leading to them. */
    public static Outcome copied(Subtrees blocks, FreshIds ids) {
        Outline outline = blocks.outline();
        Span lines = blocks.lines();
        List<Edit> renamed = new ArrayList<>();
        for (int index = blocks.from(); index < blocks.to(); index++) {
            Block block = outline.block(index);
            Optional<Property> id =
                    block.property("id").filter(property -> block.id().isPresent());
            if (id.isPresent()) {
                Span value = outline.inPage(index, id.get().valueSpan()).shift(-lines.start());
                renamed.add(new Edit(
                        value, ids.of(new BlockAt(blocks.page(), index)).toString()));
            }
        }
        Text copy = Text.of(outline.text().slice(lines)).withAll(renamed);
        Outline read = Outline.parse(copy, outline.syntax());
        WantedBlocks wanted = WantedBlocks.of(outline).with(blocks.to(), read, 0, read.size(), blocks.level() - 1);
        Change change = Change.of(blocks.page(), BlockLines.with(outline, blocks.to(), copy.string()));
        return Trial.first(blocks.page(), Stream.of(change), wanted, blocks.to());
    }

    /** Takes subtrees out of their page. */
    public static Outcome deleted(Subtrees blocks) {
        WantedBlocks wanted = WantedBlocks.of(blocks.outline()).without(blocks.from(), blocks.to());
        return Trial.first(blocks.page(), Stream.of(taken(blocks)), wanted, blocks.from());
    }

    private static Outcome within(Place place, Subtrees blocks) {
        int at = place.at();
        boolean isBelowLast = at == blocks.to() && place.level() > blocks.level();
        if (isBelowLast || blocks.from() < at && at < blocks.to()) {
            return INSIDE;
        }
        Outline outline = blocks.outline();
        int deeper = place.level() - blocks.level();
        boolean isDown = at >= blocks.to();
        int first = isDown ? at - blocks.size() : at;
        WantedBlocks wanted = WantedBlocks.of(outline)
                .without(blocks.from(), blocks.to())
                .with(first, outline, blocks.from(), blocks.to(), deeper);
        boolean stays = at == blocks.from() || at == blocks.to();
        Stream<Change> attempts = prefixes(blocks, place.prefix()).stream()
                .map(prefixes -> stays
                        ? Change.of(blocks.page(), Prefixed.edits(outline, blocks.from(), blocks.to(), prefixes))
                        : taken(blocks)
                                .and(Change.of(blocks.page(), BlockLines.with(outline, at, lines(blocks, prefixes)))));
        return Trial.first(blocks.page(), attempts, wanted, first);
    }

    private static Outcome across(Place place, Subtrees blocks) {
        Page page = place.page();
        WantedBlocks left = WantedBlocks.of(blocks.outline()).without(blocks.from(), blocks.to());
        Change taken = taken(blocks);
        if (Trial.right(blocks.page(), taken, left).isEmpty()) {
            return Trial.refused();
        }
        WantedBlocks wanted = WantedBlocks.of(page.outline())
                .with(place.at(), blocks.outline(), blocks.from(), blocks.to(), place.level() - blocks.level());
        String lineEnd = LineEnds.of(page.outline().text());
        Stream<Change> attempts = prefixes(blocks, place.prefix()).stream()
                .map(prefixes -> taken.and(Change.of(
                        page, BlockLines.with(page.outline(), place.at(), lines(blocks, prefixes, lineEnd)))));
        return Trial.first(page, attempts, wanted, place.at());
    }

    private static Change taken(Subtrees blocks) {
        return Change.of(blocks.page(), BlockLines.without(blocks.outline(), blocks.from(), blocks.to()));
    }

    private static List<IntFunction<String>> prefixes(Subtrees blocks, String prefix) {
        String step = Prefixes.step(blocks.page(), blocks.from());
        return List.of(
                Prefixed.shifted(blocks.outline(), blocks.from(), prefix, step),
                Prefixed.even(blocks.outline(), blocks.from(), prefix, step));
    }

    /** The lines of the blocks for a page whose lines end so. */
    private static String lines(Subtrees blocks, IntFunction<String> prefixes, String lineEnd) {
        return LINE_END.matcher(lines(blocks, prefixes)).replaceAll(lineEnd);
    }

    private static String lines(Subtrees blocks, IntFunction<String> prefixes) {
        return Prefixed.lines(blocks.outline(), blocks.from(), blocks.to(), prefixes);
    }
}
