package io.github.logseqls.graph;

import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.util.Optional;

/** How large a block is written as a heading, in Markdown. */
final class Heading {

    private Heading() {}

    /** The number of {@code #} that the block's text begins with, where white space follows them. */
    static Optional<Integer> size(BlockSource source) {
        if (source.syntax() == Syntax.ORG || source.isPreamble()) {
            return Optional.empty();
        }
        String text = source.text();
        int from = source.block().contentStart();
        while (from < text.length() && isSpace(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && text.charAt(to) == '#') {
            to++;
        }
        boolean ends = to == text.length() || isSpace(text.charAt(to)) || Text.isLineEnd(text.charAt(to));
        return to > from && ends ? Optional.of(to - from) : Optional.empty();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }
}
