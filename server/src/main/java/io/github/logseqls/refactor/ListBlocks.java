package io.github.logseqls.refactor;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A plain list at the end of a block as blocks below it, and blocks below one as a plain list in it. */
final class ListBlocks {

    private static final Pattern ITEM =
            Pattern.compile("([ \\t]*)(?:([*+-])|(\\d+)[.)])[ \\t]+(?:\\[([ xX])\\][ \\t]+)?(.*)");
    private static final Splitter LINES = Splitter.onPattern("\r?\n");

    private ListBlocks() {}

    static Stream<Refactoring> at(Spot spot) {
        Optional<BlockAt> block =
                spot.wholeBlock().filter(found -> found.block().kind() == Block.Kind.BULLET);
        Stream<Refactoring> toBlocks = block.flatMap(ListBlocks::list).stream()
                .map(list -> new Refactoring(
                        "listToBlocks",
                        Refactoring.Kind.REWRITE,
                        "Make the items of the list blocks",
                        () -> blocks(spot, block.orElseThrow(), list)));
        Stream<Refactoring> toList = block.filter(found -> found.outline().hasChildren(found.index())).stream()
                .map(found -> new Refactoring(
                        "blocksToList",
                        Refactoring.Kind.REWRITE,
                        "Make the blocks below a plain list in this one",
                        () -> list(spot, found)));
        return Stream.concat(toBlocks, toList);
    }

    /** The list that a block ends with, which is not all of it; in the page. */
    private static Optional<Span> list(BlockAt block) {
        Outline outline = block.outline();
        int end = Writing.lines(outline, block.index(), block.index() + 1).end();
        return block.block().constructs().stream()
                .filter(construct -> construct.kind() == Construct.Kind.LIST)
                .map(construct -> outline.inPage(block.index(), construct.span()))
                .filter(span -> outline.text().trimmed(span).end() == end
                        && span.start() > outline.title(block.index()).end())
                .findFirst();
    }

    private static Refactored blocks(Spot spot, BlockAt block, Span list) {
        Outline outline = spot.outline();
        int index = block.index();
        int lineStart = outline.text().line(outline.text().lineOf(list.start())).start();
        Span lines = new Span(lineStart, outline.text().trimmed(list).end());
        List<Draft> items = items(outline.text().slice(lines), outline.level(index) + 1, spot.isOrg());
        if (items.isEmpty()) {
            return Trial.harms();
        }
        int before = outline.text()
                .trimmed(new Span(outline.start(index), lineStart))
                .end();
        Edit written = Writing.firstBelow(spot.page(), index, items);
        Change change = Change.of(spot.page(), new Edit(new Span(before, lines.end()), written.replacement()));
        Outline now = change.pages().get(0).after();
        ImmutableList<Draft> wanted = ImmutableList.<Draft>builder()
                .add(Draft.of(now, index))
                .addAll(items)
                .build();
        return Trial.of(spot, change, Draft.with(outline, index, index + 1, wanted));
    }

    /** The items of a list as blocks from a level on; none where it holds what is no item. */
    static List<Draft> items(String list, int level, boolean isOrg) {
        List<Draft> items = new ArrayList<>();
        Deque<Integer> indents = new ArrayDeque<>();
        int text = 0;
        for (String line : LINES.split(list)) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                int indent = item.group(1).length();
                while (!indents.isEmpty() && indents.peek() >= indent) {
                    indents.pop();
                }
                indents.push(indent);
                text = item.start(4) < 0 ? item.start(5) : item.start(4) - 1;
                items.add(new Draft(level + indents.size() - 1, content(item, isOrg)));
            } else if (items.isEmpty()) {
                return List.of();
            } else if (!line.isBlank()) {
                Draft last = items.remove(items.size() - 1);
                items.add(new Draft(last.level(), last.content() + "\n" + outdented(line, text)));
            }
        }
        return items;
    }

    /** A line of an item without the blanks below its bullet: those that stand behind these are the text's own. */
    private static String outdented(String line, int text) {
        int start = 0;
        while (start < text && start < line.length() && CharMatcher.anyOf(" \t").matches(line.charAt(start))) {
            start++;
        }
        return line.substring(start).stripTrailing();
    }

    private static String content(Matcher item, boolean isOrg) {
        String box = item.group(4);
        String marker = box == null ? "" : box.isBlank() ? "TODO " : "DONE ";
        String property =
                isOrg ? "\n:PROPERTIES:\n:logseq.order-list-type: number\n:END:" : "\nlogseq.order-list-type:: number";
        String number = item.group(3) == null ? "" : property;
        return (marker + item.group(5)).strip() + number;
    }

    /** In Org Logseq takes an indented line with a dash for text of the item above. */
    private static String bullet(Spot spot, int depth) {
        return !spot.isOrg() ? "* " : depth == 0 ? "- " : "+ ";
    }

    private static Refactored list(Spot spot, BlockAt block) {
        Outline outline = spot.outline();
        int index = block.index();
        int end = outline.subtreeEnd(index);
        List<String> lines = new ArrayList<>();
        for (int child = index + 1; child < end; child++) {
            boolean isPlain = outline.block(child).constructs().isEmpty()
                    && outline.block(child).taskMarks().marker().isEmpty();
            if (!isPlain) {
                return new Refactored.Refused(
                        "Some of the blocks below are tasks, or have properties, code or the like,"
                                + " which a plain list cannot hold.");
            }
            int depth = outline.level(child) - outline.level(index) - 1;
            String indent = "  ".repeat(depth);
            List<String> content = LINES.splitToList(Draft.of(outline, child).content());
            lines.add(indent + bullet(spot, depth) + content.get(0));
            content.subList(1, content.size()).forEach(line -> lines.add(indent + "  " + line.stripTrailing()));
        }
        Draft whole =
                new Draft(outline.level(index), Draft.of(outline, index).content() + "\n" + String.join("\n", lines));
        int own = Writing.lines(outline, index, index + 1).end();
        Span below = new Span(own, Writing.lines(outline, index, end).end());
        Change change = Change.of(spot.page(), new Edit(below, Writing.body(block, lines)));
        Outline now = change.pages().get(0).after();
        boolean isList = now.size() == outline.size() - (end - index - 1)
                && now.block(index).constructs().stream()
                        .anyMatch(construct -> construct.kind() == Construct.Kind.LIST);
        return isList
                ? Trial.of(spot, change, Draft.with(outline, index, end, ImmutableList.of(whole)))
                : Trial.harms();
    }
}
