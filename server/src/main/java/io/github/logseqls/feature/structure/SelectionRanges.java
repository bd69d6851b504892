package io.github.logseqls.feature.structure;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.eclipse.lsp4j.SelectionRange;

/**
 * What a selection grows to, step by step: the word, the markup it stands in, the line, the block's text, the block with all below
 * it, its siblings, its parent and so on, the page.
 */
public final class SelectionRanges {

    /** Steps lie inside each other in the answer, which is written by recursion. */
    private static final int MOST_PARENTS = 50;
    /** How far a word may reach from the caret, in UTF-16 units. */
    private static final int WORD_REACH = 200;

    private SelectionRanges() {}

    /** The smallest range, which knows the next larger one and so on; {@code offset} is in the page. */
    public static SelectionRange at(Outline outline, int offset, Encoding encoding) {
        Text text = outline.text();
        SelectionRange range = new SelectionRange(Ranges.of(text, new Span(0, text.length()), encoding), null);
        List<Span> inside = growing(spans(outline, offset), offset, text.length());
        for (int step = inside.size() - 1; step >= 0; step--) {
            range = new SelectionRange(Ranges.of(text, inside.get(step), encoding), range);
        }
        return range;
    }

    /** Those spans around the caret of which each holds the one before it, the shortest first; the whole page is none of them. */
    private static List<Span> growing(List<Span> spans, int offset, int pageLength) {
        List<Span> steps = new ArrayList<>();
        Span last = new Span(offset, offset);
        for (Span span : ImmutableList.sortedCopyOf(Comparator.comparingInt(Span::length), spans)) {
            if (span.contains(last) && span.length() > last.length() && span.length() < pageLength) {
                steps.add(span);
                last = span;
            }
        }
        return steps;
    }

    private static List<Span> spans(Outline outline, int offset) {
        OptionalInt found = outline.blockAt(offset);
        List<Span> spans = new ArrayList<>();
        if (found.isEmpty()) {
            return spans;
        }
        int block = found.getAsInt();
        addWord(outline.text(), offset, spans);
        addMarkup(outline, block, offset, spans);
        addConstructs(outline, block, spans);
        addLineAndBody(outline, block, offset, spans);
        addBlocks(outline, block, spans);
        return spans;
    }

    /** The word that holds the caret, or else ends at it. */
    private static void addWord(Text text, int offset, List<Span> to) {
        Span line = text.line(text.lineOf(offset));
        Span near = new Span(
                Math.max(line.start(), Math.min(offset, line.end()) - WORD_REACH),
                Math.min(line.end(), offset + WORD_REACH));
        String characters = text.slice(near);
        int caret = offset - near.start();
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(characters);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE && start <= caret; end = words.next()) {
            if (isWordAt(characters, start) && (end > caret || end == caret && !isWordAt(characters, caret))) {
                to.add(new Span(start, end).shift(near.start()));
            }
            start = end;
        }
    }

    private static boolean isWordAt(String characters, int at) {
        return at < characters.length() && Character.isLetterOrDigit(characters.codePointAt(at));
    }

    /** Markup with and without its marks; where two pieces meet, the one behind the caret. */
    private static void addMarkup(Outline outline, int block, int offset, List<Span> to) {
        List<Inline> touched = outline.inlines(block).stream()
                .filter(inline -> inline.span().touches(offset))
                .toList();
        boolean inside = touched.stream().anyMatch(inline -> inline.span().contains(offset));
        for (Inline inline : touched) {
            if (!inside || inline.span().contains(offset)) {
                to.add(inline.span());
                to.addAll(InlineParts.of(inline));
            }
        }
        for (Property property : outline.block(block).properties()) {
            Span key = outline.inPage(block, property.keySpan());
            Span value = outline.inPage(block, property.valueSpan());
            to.addAll(List.of(key, value, new Span(key.start(), Math.max(key.end(), value.end()))));
        }
    }

    /** Code, quotes, drawers and the like, and the lines between their first and last one. */
    private static void addConstructs(Outline outline, int block, List<Span> to) {
        Text text = outline.text();
        for (Construct construct : outline.block(block).constructs()) {
            Span all = outline.inPage(block, construct.span());
            int first = text.lineOf(all.start()) + 1;
            int last = text.lineOf(all.end()) - 1;
            to.add(all);
            if (isBounded(construct) && first <= last) {
                to.add(new Span(text.lineStart(first), text.line(last).end()));
            }
        }
    }

    private static boolean isBounded(Construct construct) {
        return switch (construct.kind()) {
            case FENCE, BEGIN, MATH, LATEX, HTML, DRAWER, FRONT_MATTER -> true;
            default -> false;
        };
    }

    private static void addLineAndBody(Outline outline, int index, int offset, List<Span> to) {
        Text text = outline.text();
        Block block = outline.block(index);
        Span all = outline.span(index);
        int content = Math.min(outline.start(index) + block.contentStart(), all.end());
        Span line = text.line(text.lineOf(offset));
        to.add(text.trimmed(new Span(Math.max(line.start(), Math.min(content, line.end())), line.end())));
        to.add(text.trimmed(new Span(content, all.end())));
    }

    /** The block with all below it, the blocks beside it, and the same of the blocks above. */
    private static void addBlocks(Outline outline, int index, List<Span> to) {
        OptionalInt block = OptionalInt.of(index);
        for (int parents = 0; block.isPresent() && parents <= MOST_PARENTS; parents++) {
            to.add(outline.subtree(block.getAsInt()));
            block = outline.parent(block.getAsInt());
            if (block.isPresent()) {
                int parent = block.getAsInt();
                to.add(new Span(
                        outline.start(parent + 1), outline.subtree(parent).end()));
            }
        }
    }
}
