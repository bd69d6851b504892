package io.github.logseqls.refactor;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An outline of headings as other programs write one, without bullets: what stands below a heading becomes paragraphs under it,
 * and plain lists where there is something below that. The way back from {@link HeadingOutline}.
 */
final class PlainHeadings {

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) .*", Pattern.DOTALL);
    private static final Splitter LINES = Splitter.on('\n');
    private static final Refactored NOT_HELD = new Refactored.Refused(
            "Some of the blocks below the headings are tasks, or have properties, which mere text cannot hold.");

    /** Of what stands below a heading without bullet Logseq takes two blanks off each line. */
    private static final String STEP = "    ";

    private final Outline outline;
    /** Each heading with what belongs to it, as lines. */
    private final List<List<String>> parts = new ArrayList<>();

    private PlainHeadings(Outline outline) {
        this.outline = outline;
    }

    static Stream<Refactoring> at(Spot spot) {
        return spot
                .block()
                .filter(block -> spot.outline().syntax() == Syntax.MARKDOWN
                        && block.block().kind() == Block.Kind.BULLET
                        && HEADING.matcher(block.title()).matches())
                .stream()
                .map(block -> new Refactoring(
                        "blocksToHeadings",
                        Refactoring.Kind.REWRITE,
                        "Make the nested blocks of this page headings",
                        () -> new PlainHeadings(spot.outline()).made(spot)));
    }

    private Refactored made(Spot spot) {
        int from = outline.block(0).kind() == Block.Kind.PREAMBLE ? 1 : 0;
        int block = from;
        while (block < outline.size()) {
            boolean isHeading = HEADING.matcher(content(block)).matches();
            if (isHeading && !isBelowGreater(block)) {
                return new Refactored.Refused("A heading stands below one that is not greater, or below a block that is"
                        + " none. Give it another level first.");
            }
            if (!isHeading && !isBelowHeading(block, from)) {
                return new Refactored.Refused("There are blocks before the first heading, or behind one on its level,"
                        + " which would belong to it then. Move them first.");
            }
            if (!isHeading && !isHeld(block)) {
                return NOT_HELD;
            }
            if (!isHeading && !outline.hasChildren(block) && content(block).contains("\n ")) {
                return new Refactored.Refused(
                        "Logseq takes two blanks off each line below a heading without bullet, and"
                                + " some code or the like here is indented.");
            }
            if (isHeading) {
                parts.add(new ArrayList<>(LINES.splitToList(content(block))));
                block++;
            } else {
                addText(block);
                block = outline.subtreeEnd(block);
            }
        }
        return tried(spot, from);
    }

    private String content(int block) {
        return Draft.of(outline, block).content();
    }

    /** A heading without bullet belongs to the next one before it that is greater. */
    private boolean isBelowGreater(int block) {
        var parent = outline.parent(block);
        return parent.isEmpty() || size(parent.getAsInt()) > 0 && size(parent.getAsInt()) < size(block);
    }

    private int size(int block) {
        Matcher heading = HEADING.matcher(content(block));
        return heading.matches() ? heading.group(1).length() : 0;
    }

    /** Whether the last heading before a block is the one that it stands below. */
    private boolean isBelowHeading(int block, int from) {
        int before = block - 1;
        while (before >= from && size(before) == 0) {
            before--;
        }
        var parent = outline.parent(block);
        return before >= from && parent.isPresent() && parent.getAsInt() == before;
    }

    /** Whether a block and those below it are no more than text. */
    private boolean isHeld(int block) {
        for (int each = block; each < outline.subtreeEnd(block); each++) {
            boolean isText = outline.block(each).properties().isEmpty()
                    && outline.block(each).taskMarks().marker().isEmpty()
                    && size(each) == 0;
            boolean isItem = outline.subtreeEnd(block) == block + 1
                    || outline.block(each).constructs().isEmpty();
            if (!isText || !isItem) {
                return false;
            }
        }
        return true;
    }

    private void addText(int block) {
        List<String> part = parts.get(parts.size() - 1);
        part.add("");
        if (!outline.hasChildren(block)) {
            part.addAll(LINES.splitToList(content(block)));
            return;
        }
        for (int item = block; item < outline.subtreeEnd(block); item++) {
            String indent = STEP.repeat(outline.level(item) - outline.level(block));
            List<String> lines = LINES.splitToList(content(item));
            part.add(indent + "* " + lines.get(0));
            lines.subList(1, lines.size()).forEach(line -> part.add(indent + STEP + line.strip()));
        }
    }

    private Refactored tried(Spot spot, int from) {
        String lineEnd = LineEnds.of(outline.text());
        List<String> written =
                parts.stream().map(part -> String.join(lineEnd, part)).toList();
        Edit edit = new Edit(Writing.lines(outline, from, outline.size()), String.join(lineEnd + lineEnd, written));
        ImmutableList<Draft> wanted = parts.stream()
                .map(part -> new Draft(1, String.join("\n", part).replaceAll("(?m)^ {2}", "")))
                .collect(ImmutableList.toImmutableList());
        return Trial.of(spot, Change.of(spot.page(), edit), Draft.with(outline, from, outline.size(), wanted));
    }
}
