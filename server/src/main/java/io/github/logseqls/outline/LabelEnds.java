package io.github.logseqls.outline;

import java.util.Arrays;

/**
 * Finds where labels end. They are read unit by unit: page references, code, escapes, other characters. What is found from a
 * unit on depends on nothing before it, so it is remembered where one label is tried inside another.
 */
final class LabelEnds {

    private static final int[] NONE = {};

    private final String text;
    private final Links links;
    /** The end of the stretch that all below is about. */
    private int end = -1;
    /** How far the labels were read that were tried. */
    private int reached;
    /** For each unit from {@link #from} on that was read again, the number of the label in which it was. */
    private int[] labels = NONE;

    private int from;
    /** What was found for each label, by its number. */
    private int[] found = NONE;

    private int last;

    LabelEnds(String text, Links links) {
        this.text = text;
        this.links = links;
    }

    /** The {@code ](} behind the label whose bracket stands at {@code open}, or -1. */
    int of(Stretch stretch, int open) {
        if (!stretch.has(open, '[')) {
            return -1;
        }
        if (stretch.end() != end || labels.length > 0 && open < from) {
            end = stretch.end();
            reached = 0;
            labels = NONE;
        }
        return open < reached ? readAgain(stretch, open + 1) : read(stretch, open + 1);
    }

    /** As most labels are: not inside another that was tried. */
    private int read(Stretch stretch, int start) {
        int at = start;
        int behind = at < end ? behindUnit(stretch, at) : -1;
        while (behind > 0) {
            at = behind;
            behind = at < end ? behindUnit(stretch, at) : -1;
        }
        reached = at;
        return closer(stretch, at);
    }

    private int readAgain(Stretch stretch, int start) {
        if (labels.length == 0) {
            labels = new int[end - start + 1];
            from = start;
            last = 0;
        }
        last++;
        if (last >= found.length) {
            found = Arrays.copyOf(found, 2 * last + 8);
        }
        int at = start;
        while (labels[at - from] == 0) {
            labels[at - from] = last;
            int behind = at < end ? behindUnit(stretch, at) : -1;
            if (behind < 0) {
                found[last] = closer(stretch, at);
                return found[last];
            }
            at = behind;
        }
        found[last] = found[labels[at - from]];
        return found[last];
    }

    /** Behind the unit at {@code at}, or -1 where the label ends there. */
    private int behindUnit(Stretch stretch, int at) {
        char c = text.charAt(at);
        if (c == ']' || Chars.isLineEnd(c)) {
            return -1;
        }
        if (c == '[') {
            return References.pageRefEnd(stretch, at);
        }
        int code = c == '`' ? Verbatims.codeEnd(stretch, at) : -1;
        return code > 0 ? code : Links.isEscape(stretch, at) ? at + 2 : at + 1;
    }

    /** The closer that belongs to what ends a label at {@code at}: behind a bracket that opens no reference all is balanced. */
    private int closer(Stretch stretch, int at) {
        int close = stretch.has(at, '[') ? links.square().end(at) : at;
        return stretch.follows(close, "](") ? close : -1;
    }
}
