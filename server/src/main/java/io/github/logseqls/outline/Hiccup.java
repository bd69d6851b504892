package io.github.logseqls.outline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Where hiccup ends in a stretch: {@code [:div "text"]}. Each {@code [:} opens, and a bracket closes unless an odd number of
 * quotes stands between it and the start, so that where hiccup ends depends on how many quotes stand before it.
 */
final class Hiccup {

    private final Map<Integer, Integer> ends = new HashMap<>();

    Hiccup(Stretch stretch) {
        String text = stretch.text();
        int quotes = 0;
        for (int at = stretch.start(); at < stretch.end(); at++) {
            quotes += isQuote(stretch, at) ? 1 : 0;
        }
        // The ends of closers that balance nothing yet, by whether the quotes before them are odd.
        Deque<Integer> even = new ArrayDeque<>();
        Deque<Integer> odd = new ArrayDeque<>();
        for (int at = stretch.end() - 1; at >= stretch.start(); at--) {
            quotes -= isQuote(stretch, at) ? 1 : 0;
            if (text.charAt(at) == ']') {
                (quotes % 2 == 0 ? even : odd).push(at + 1);
            } else if (stretch.follows(at, "[:")) {
                Integer end = (quotes % 2 == 0 ? even : odd).peek();
                if (end != null) {
                    ends.put(at, end);
                }
                even.poll();
                odd.poll();
            }
        }
    }

    private static boolean isQuote(Stretch stretch, int at) {
        return stretch.has(at, '"') && !(at > stretch.start() && stretch.has(at - 1, '\\'));
    }

    /** Behind the hiccup that opens at {@code at} with the name of an HTML tag, or -1. */
    int end(Stretch stretch, int at) {
        int end = at + 2;
        while (end < stretch.end()
                && end - at <= HtmlTags.LONGEST + 2
                && !endsTag(stretch.text().charAt(end))) {
            end++;
        }
        boolean known = HtmlTags.isKnown(stretch.text().substring(at + 2, end));
        return known ? ends.getOrDefault(at, -1) : -1;
    }

    private static boolean endsTag(char c) {
        return Chars.isSpace(c) || c == ']' || c == '.' || c == '#';
    }
}
