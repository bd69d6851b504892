package io.github.logseqls.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where hiccup ends that begins in a text: {@code [:tag ...]}. Brackets inside double quotes close nothing, though they open;
 * quotes are counted from the tag on, so that it matters whether an odd number of them stands before it.
 */
final class BlockHiccup {

    private final String text;
    private @Nullable Brackets brackets;

    BlockHiccup(String text) {
        this.text = text;
    }

    /** The end of the {@code ]} that balances the {@code [:} at {@code at}, or -1. */
    int end(int at) {
        int inside = opens(at) ? nameEnd(at) : -1;
        if (inside < 0) {
            return -1;
        }
        Brackets known = brackets;
        if (known == null || inside < known.from) {
            known = new Brackets(text, known == null ? inside : 0);
            brackets = known;
        }
        return known.closerFrom(inside);
    }

    /** Whether a known tag stands behind the {@code [:} at {@code at}. */
    boolean opens(int at) {
        return text.startsWith("[:", at) && HtmlTags.isKnown(text.substring(at + 2, nameEnd(at)));
    }

    private int nameEnd(int at) {
        int end = at + 2;
        while (end < text.length()
                && end - at <= HtmlTags.LONGEST + 2
                && ".#]".indexOf(text.charAt(end)) < 0
                && !Chars.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The brackets from some place on, for those openers that have an even number of quotes before them, and an odd one. */
    private static final class Brackets {

        private final int from;
        private final List<Integer> quotes = new ArrayList<>();
        private final Balance[] byQuotes = {new Balance(), new Balance()};

        Brackets(String text, int from) {
            this.from = from;
            for (int at = from; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"' && (at == from || text.charAt(at - 1) != '\\')) {
                    quotes.add(at);
                } else if (c == ']') {
                    byQuotes[quotes.size() % 2].addCloser(at, at + 1);
                } else if (c == '[' && text.startsWith("[:", at)) {
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
