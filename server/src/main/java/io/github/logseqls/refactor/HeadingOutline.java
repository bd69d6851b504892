package io.github.logseqls.refactor;

import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of headings without bullets, as other programs write it, as an outline: each heading a block below the one that it
 * belongs to, with its paragraphs and the items of its lists below it.
 */
final class HeadingOutline {

    private HeadingOutline() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.block().filter(block -> block.block().kind() == Block.Kind.HEADING).stream()
                .filter(block -> spot.outline().syntax() == Syntax.MARKDOWN)
                .map(block -> new Refactoring(
                        "headingsToBlocks",
                        Refactoring.Kind.REWRITE,
                        "Make the headings of this page nested blocks",
                        () -> nested(spot)));
    }

    private static Refactored nested(Spot spot) {
        Outline outline = spot.outline();
        int from = outline.block(0).kind() == Block.Kind.PREAMBLE ? 1 : 0;
        List<Draft> drafts = new ArrayList<>();
        Deque<Integer> sizes = new ArrayDeque<>();
        for (int index = from; index < outline.size(); index++) {
            if (outline.block(index).kind() != Block.Kind.HEADING) {
                return new Refactored.Refused(
                        "There are bullets in this page already. Make them headings, or the headings"
                                + " bullets, where they belong.");
            }
            BlockAt heading = new BlockAt(spot.page(), index);
            int size = size(heading);
            while (!sizes.isEmpty() && sizes.peek() >= size) {
                sizes.pop();
            }
            sizes.push(size);
            addAll(heading, sizes.size(), drafts);
        }
        Change change = Change.of(spot.page(), Writing.replaced(spot.page(), from, outline.size(), drafts));
        return Trial.of(spot, change, Draft.with(outline, from, outline.size(), drafts));
    }

    private static int size(BlockAt heading) {
        String title = heading.title();
        int size = 0;
        while (size < title.length() && title.charAt(size) == '#') {
            size++;
        }
        return size;
    }

    private static void addAll(BlockAt heading, int level, List<Draft> to) {
        Outline outline = heading.outline();
        Text text = outline.text();
        int start = outline.title(heading.index()).start();
        int head = Head.end(heading);
        to.add(new Draft(level, unindented(text.slice(new Span(start, head)))));
        int end = Writing.lines(outline, heading.index(), heading.index() + 1).end();
        int last = text.lineOf(end);
        int line = text.lineOf(head) + 1;
        while (line <= last) {
            while (line <= last && text.isBlankLine(line)) {
                line++;
            }
            int behind = behindParagraph(heading, line, last);
            if (line <= last) {
                Span lines =
                        new Span(text.lineStart(line), text.line(behind - 1).end());
                addParagraph(heading, lines, level + 1, to);
            }
            line = behind;
        }
    }

    private static void addParagraph(BlockAt heading, Span lines, int level, List<Draft> to) {
        Outline outline = heading.outline();
        String written = outline.text().slice(lines);
        boolean isList = heading.block().constructs().stream()
                .anyMatch(construct -> construct.kind() == Construct.Kind.LIST
                        && outline.inPage(heading.index(), construct.span()).start()
                                == outline.text().trimmed(lines).start());
        List<Draft> items = isList ? ListBlocks.items(written, level, false) : List.of();
        to.addAll(items.isEmpty() ? List.of(new Draft(level, unindented(written))) : items);
    }

    /** The line behind a paragraph: the next one that is blank, or begins a list or ends one, and stands in nothing that goes on. */
    private static int behindParagraph(BlockAt heading, int line, int last) {
        Text text = heading.outline().text();
        int next = line + 1;
        while (next <= last && !parts(heading, text.line(next))) {
            next++;
        }
        return next;
    }

    private static boolean parts(BlockAt heading, Span line) {
        Text text = heading.outline().text();
        boolean isBlank = text.trimmed(line).isEmpty();
        for (Construct construct : heading.block().constructs()) {
            Span span = heading.outline().inPage(heading.index(), construct.span());
            boolean isInside = span.start() < line.start() && line.end() <= span.end();
            boolean isEdge =
                    construct.kind() == Construct.Kind.LIST && text.lineOf(span.start()) == text.lineOf(line.start());
            if (isInside && construct.kind() != Construct.Kind.LIST) {
                return false;
            }
            if (isEdge) {
                return true;
            }
        }
        return isBlank;
    }

    private static String unindented(String lines) {
        String all = lines.replace("\r\n", "\n");
        int indent = all.length() - all.stripLeading().length();
        return all.replaceAll("(?m)^[ \\t]{1," + Math.max(1, indent) + "}", indent == 0 ? "$0" : "")
                .stripTrailing();
    }
}
