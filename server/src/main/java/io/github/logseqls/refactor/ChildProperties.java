package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.DroppedProperties;
import io.github.logseqls.change.Indent;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Blocks of the form {@code key: value} below a block as its properties, and back. */
final class ChildProperties {

    private static final int MOST = 50;
    private static final Pattern PAIR = Pattern.compile("([\\p{L}\\p{N}_.-]{1,60})::?[ \\t]+(\\S.*)");

    private ChildProperties() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.wholeBlock().filter(block -> block.block().kind() == Block.Kind.BULLET).stream()
                .flatMap(block -> Stream.concat(toProperties(spot, block), toChildren(spot, block)));
    }

    private static Stream<Refactoring> toProperties(Spot spot, BlockAt block) {
        Outline outline = spot.outline();
        int end = outline.subtreeEnd(block.index());
        int count = end - block.index() - 1;
        if (count == 0 || count > MOST) {
            return Stream.of();
        }
        List<Matcher> pairs = new ArrayList<>();
        for (int child = block.index() + 1; child < end; child++) {
            Matcher pair = PAIR.matcher(Draft.of(outline, child).content());
            if (!pair.matches() || outline.level(child) != outline.level(block.index()) + 1) {
                return Stream.of();
            }
            pairs.add(pair);
        }
        return Stream.of(new Refactoring(
                "childrenToProperties",
                Refactoring.Kind.REWRITE,
                count == 1 ? "Make the block below a property" : "Make the %d blocks below properties".formatted(count),
                () -> properties(spot, block, pairs)));
    }

    private static Refactored properties(Spot spot, BlockAt block, List<Matcher> pairs) {
        for (Matcher pair : pairs) {
            String key = PropertyKey.of(pair.group(1)).name();
            long same = pairs.stream()
                    .filter(other -> PropertyKey.of(other.group(1)).name().equals(key))
                    .count();
            if (same > 1 || block.block().property(key).isPresent()) {
                return new Refactored.Refused(
                        "The block would have “" + key + "” twice then. Give one of them another name.");
            }
        }
        Outline outline = spot.outline();
        int index = block.index();
        int end = outline.subtreeEnd(index);
        int own = Writing.lines(outline, index, index + 1).end();
        Change change = Change.of(
                spot.page(),
                added(spot, block, pairs),
                new Edit(new Span(own, Writing.lines(outline, index, end).end()), ""));
        Outline now = change.pages().get(0).after();
        boolean isRead = now.size() == outline.size() - pairs.size()
                && now.block(index).properties().size()
                        == block.block().properties().size() + pairs.size();
        return isRead
                ? Trial.of(spot, change, Draft.with(outline, index, end, ImmutableList.of(Draft.of(now, index))))
                : Trial.harms();
    }

    /** The lines behind the properties that are there, else below the first line. */
    private static Edit added(Spot spot, BlockAt block, List<Matcher> pairs) {
        Outline outline = spot.outline();
        Text text = outline.text();
        String lineEnd = LineEnds.of(text) + Indent.of(block);
        List<Property> there = block.block().properties();
        StringBuilder lines = new StringBuilder();
        boolean needsDrawer = spot.isOrg() && there.isEmpty();
        if (needsDrawer) {
            lines.append(lineEnd).append(":PROPERTIES:");
        }
        for (Matcher pair : pairs) {
            String key = spot.isOrg() ? ":" + pair.group(1) + ": " : pair.group(1) + ":: ";
            lines.append(lineEnd).append(key).append(pair.group(2).strip());
        }
        if (needsDrawer) {
            lines.append(lineEnd).append(":END:");
        }
        int behind = there.isEmpty()
                ? outline.title(block.index()).end()
                : text.line(text.lineOf(outline.inPage(
                                        block.index(),
                                        there.get(there.size() - 1).keySpan())
                                .start()))
                        .end();
        return new Edit(new Span(behind, behind), lines.toString());
    }

    private static Stream<Refactoring> toChildren(Spot spot, BlockAt block) {
        List<Property> written = block.block().properties().stream()
                .filter(ChildProperties::isOfUser)
                .toList();
        return written.isEmpty()
                ? Stream.of()
                : Stream.of(new Refactoring(
                        "propertiesToChildren",
                        Refactoring.Kind.REWRITE,
                        written.size() == 1
                                ? "Make the property a block below"
                                : "Make the %d properties blocks below".formatted(written.size()),
                        () -> children(spot, block, written)));
    }

    /** Whether a property means something to its author alone. */
    private static boolean isOfUser(Property property) {
        return !property.value().isEmpty() && !property.key().isBuiltIn();
    }

    private static Refactored children(Spot spot, BlockAt block, List<Property> properties) {
        Outline outline = spot.outline();
        int index = block.index();
        int level = outline.level(index) + 1;
        List<Draft> children = properties.stream()
                .map(property -> new Draft(
                        level,
                        outline.text().slice(outline.inPage(index, property.keySpan())) + ": " + property.value()))
                .toList();
        List<Edit> edits = new ArrayList<>();
        DroppedProperties.addWithout(outline, index, ChildProperties::isOfUser, edits);
        edits.add(Writing.firstBelow(spot.page(), index, children));
        Change change = Change.of(spot.page(), edits);
        Outline now = change.pages().get(0).after();
        if (now.size() != outline.size() + children.size()) {
            return Trial.harms();
        }
        ImmutableList<Draft> wanted = ImmutableList.<Draft>builder()
                .add(Draft.of(now, index))
                .addAll(children)
                .build();
        return Trial.of(spot, change, Draft.with(outline, index, index + 1, wanted));
    }
}
