package io.github.logseqls.search;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What people remember of a block: its lines behind task marker and heading signs, without the ids that it refers to and the
 * properties that Logseq hides. The marker stands behind them in a line of its own.
 */
final class BlockWords {

    private BlockWords() {}

    /** The lines, without indentation, parted by LF. */
    static String of(Outline outline, int block) {
        Span all = outline.span(block);
        int from = Math.max(outline.titleStart(block), all.start());
        String text = outline.text().slice(new Span(from, all.end()));
        StringBuilder words = new StringBuilder(text.length());
        int at = headingEnd(text);
        for (Span hidden : hidden(outline, block, from, text)) {
            if (hidden.start() >= at) {
                addLines(text, at, hidden.start(), words);
                at = hidden.end();
            }
        }
        addLines(text, at, text.length(), words);
        trimEnd(words);
        String marker = outline.block(block).taskMarks().marker();
        return marker.isEmpty() ? words.toString() : words + "\n" + marker;
    }

    private static int headingEnd(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '#') {
            at++;
        }
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : 0;
    }

    /** The parts of a text that nobody remembers, in order; the text starts at {@code from} in the page. */
    private static List<Span> hidden(Outline outline, int index, int from, String text) {
        Block block = outline.block(index);
        int distance = outline.start(index) - from;
        List<Span> hidden = new ArrayList<>();
        for (Property property : block.properties()) {
            if (property.key().isHidden() || block.kind() == Block.Kind.PREAMBLE && isName(property)) {
                hidden.add(property.span().shift(distance));
            }
        }
        for (Construct construct : block.constructs()) {
            Span span = construct.span().shift(distance);
            if (construct.kind() == Construct.Kind.DIRECTIVE || construct.kind() == Construct.Kind.FRONT_MATTER) {
                hidden.add(span);
            } else if (construct.kind() == Construct.Kind.PROPERTIES && text.startsWith(":", span.start())) {
                hidden.add(new Span(span.start(), span.start() + ":PROPERTIES:".length()));
                hidden.add(new Span(span.end() - ":END:".length(), span.end()));
            }
        }
        if (text.contains("((")) {
            outline.blockRefs(index).forEach(ref -> hidden.add(ref.targetSpan().shift(-from)));
        }
        hidden.sort(Comparator.comparingInt(Span::start));
        return hidden;
    }

    /** Whether a property of a page names the page, which is found by its names anyway. */
    private static boolean isName(Property property) {
        return property.key().name().equals("title") || property.key().name().equals("alias");
    }

    /** Adds a part of a text without the blanks at the ends of its lines. */
    private static void addLines(String text, int from, int end, StringBuilder words) {
        int at = from;
        while (at < end) {
            int lineEnd = lineEnd(text, at, end);
            words.append(text, isInLine(words) ? at : behindBlanks(text, at, lineEnd), lineEnd);
            if (lineEnd < end) {
                trimEnd(words);
            }
            if (lineEnd < end && isInLine(words)) {
                words.append('\n');
            }
            at = lineEnd + 1;
        }
    }

    private static int lineEnd(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int behindBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isInLine(StringBuilder words) {
        return !words.isEmpty() && words.charAt(words.length() - 1) != '\n';
    }

    private static void trimEnd(StringBuilder words) {
        int end = words.length();
        while (end > 0 && Character.isWhitespace(words.charAt(end - 1)) && words.charAt(end - 1) != '\n') {
            end--;
        }
        words.setLength(end);
    }
}
