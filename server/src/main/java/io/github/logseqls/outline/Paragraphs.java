package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;

/**
 * The running text of a block below its first line. What stands between two constructs is one paragraph to Logseq, its blank
 * lines included; which of the line ends behind a construct belong to it differs from kind to kind.
 */
final class Paragraphs {

    private static final int ALL = Integer.MAX_VALUE;

    private Paragraphs() {}

    /** The paragraphs of a block, whose own text is {@code text}; none of them is empty. */
    static ImmutableList<Span> of(Block block, String text) {
        ImmutableList.Builder<Span> paragraphs = ImmutableList.builder();
        int at = block.kind() == Block.Kind.PREAMBLE ? 0 : behindTitle(block, text);
        for (Construct construct : block.constructs()) {
            if (at < construct.span().start()) {
                paragraphs.add(new Span(at, construct.span().start()));
            }
            at = Math.max(at, behind(construct, text));
        }
        return at < text.length() ? paragraphs.add(new Span(at, text.length())).build() : paragraphs.build();
    }

    private static int behindTitle(Block block, String text) {
        int end = Chars.lineEnd(text, block.titleStart());
        // White space behind a bullet, heading or task marker without text is no title: the paragraph below has it.
        int title = end == block.titleStart() ? Chars.trimEnd(text, 0, end) : end;
        return Chars.skipLineEnd(text, title);
    }

    private static int behind(Construct construct, String text) {
        int end = construct.span().end();
        return switch (construct.kind()) {
            case FRONT_MATTER, LATEX -> end;
            case TABLE, DRAWER, RULE -> skipLineEnds(text, end, 1);
            case PROPERTIES -> skipLineEnds(text, end, endsWithDirective(construct.span(), text) ? ALL : 1);
            case LIST -> skipLineEnds(text, end, 2);
            default -> skipLineEnds(text, end, ALL);
        };
    }

    /** Whether the last line of a group of properties is a directive, which takes all line ends behind it. */
    private static boolean endsWithDirective(Span group, String text) {
        int line = group.end();
        while (line > group.start() && !Chars.isLineEnd(text.charAt(line - 1))) {
            line--;
        }
        return text.startsWith("#+", Chars.skipSpaces(text, line));
    }

    /** Behind so many line ends, and the white space before the first of them. */
    private static int skipLineEnds(String text, int from, int most) {
        int at = Chars.skipSpaces(text, from);
        if (at < text.length() && !Chars.isLineEnd(text.charAt(at))) {
            return from;
        }
        for (int count = 0; count < most && Chars.skipLineEnd(text, at) > at; count++) {
            at = Chars.skipLineEnd(text, at);
        }
        return at;
    }
}
