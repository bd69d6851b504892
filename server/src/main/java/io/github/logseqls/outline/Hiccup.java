package io.github.logseqls.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where hiccup ends: {@code [:div "text"]}. Each {@code [:} opens, and brackets inside double quotes close nothing; quotes are
 * counted from the tag on, so that it matters whether an odd number of them stands before it.
 */
final class Hiccup {

    private final String text;
    private final int start;
    private final int end;
    private @Nullable Quoted quoted;

    /** Reads the part of {@code text} between {@code start} and {@code end} alone. */
    Hiccup(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** Behind the {@code ]} that balances the {@code [:} at {@code at}, or -1. */
    int end(int at) {
        if (!opens(at)) {
            return -1;
        }
        int inside = nameEnd(at);
        Quoted known = quoted;
        if (known == null || inside < known.from) {
            known = new Quoted(text, known == null ? inside : start, end);
            quoted = known;
        }
        return known.closerFrom(inside);
    }

    /** Whether the name of an HTML element stands behind the {@code [:} at {@code at}. */
    boolean opens(int at) {
        return at + 2 <= end && text.startsWith("[:", at) && HtmlTags.isKnown(text.substring(at + 2, nameEnd(at)));
    }

    private int nameEnd(int at) {
        int to = at + 2;
        while (to < end
                && to - at <= HtmlTags.LONGEST + 2
                && ".#]".indexOf(text.charAt(to)) < 0
                && !Chars.isSpace(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** The brackets from some place on, for those openers that have an even number of quotes before them, and an odd one. */
    private static final class Quoted {

        private final int from;
        private final List<Integer> quotes = new ArrayList<>();
        private final Balance[] byQuotes = {new Balance(), new Balance()};

        Quoted(String text, int from, int to) {
            this.from = from;
            for (int at = from; at < to; at++) {
                char c = text.charAt(at);
                if (c == '"' && (at == from || text.charAt(at - 1) != '\\')) {
                    quotes.add(at);
                } else if (c == ']') {
                    byQuotes[quotes.size() % 2].addCloser(at, at + 1);
                } else if (c == '[' && at + 1 < to && text.charAt(at + 1) == ':') {
                    byQuotes[0].addOpener(at);
                    byQuotes[1].addOpener(at);
                }
            }
        }

        int closerFrom(int inside) {
            int found = Collections.binarySearch(quotes, inside);
            int before = found >= 0 ? found : -found - 1;
            return byQuotes[before % 2].closerFrom(inside);
        }
    }
}
