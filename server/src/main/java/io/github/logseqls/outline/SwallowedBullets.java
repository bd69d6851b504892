package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;

/** Lines in a construct that look like the start of a block, and are none: the construct is read first (format.md 6). */
final class SwallowedBullets {

    private SwallowedBullets() {}

    /** Their bullets or stars, in order; none for a construct that ends where a block begins. Spans are offsets in the text. */
    static ImmutableList<Span> in(Syntax syntax, String text, Construct construct) {
        return switch (construct.kind()) {
            case FENCE, BEGIN, MATH, LATEX, HTML, COMMENT, DRAWER, HICCUP -> in(syntax, text, construct.span());
            default -> ImmutableList.of();
        };
    }

    private static ImmutableList<Span> in(Syntax syntax, String text, Span construct) {
        ImmutableList.Builder<Span> bullets = ImmutableList.builder();
        int end = construct.end();
        int line = Chars.lineEnd(text, construct.start(), end);
        while (line < end) {
            line = Chars.skipLineEnd(text, line);
            int first = syntax == Syntax.ORG ? line : Chars.skipSpaces(text, line);
            int behind = Bullets.end(syntax, text, first);
            if (first < behind && behind <= end) {
                bullets.add(new Span(first, behind));
            }
            line = Chars.lineEnd(text, line, end);
        }
        return bullets.build();
    }
}
