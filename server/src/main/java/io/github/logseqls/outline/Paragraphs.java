package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The running text of a block below its first line. What stands between two constructs is one paragraph to Logseq, its blank
 * lines included, but for those that belong to the construct before it.
 */
final class Paragraphs {

    private Paragraphs() {}

    /** The paragraphs of a block, whose own text is {@code text}; none of them is empty. */
    static ImmutableList<Span> of(Block block, String text) {
        return of(block, text, block.kind() == Block.Kind.PREAMBLE ? 0 : titleEnd(block, text));
    }

    /** As {@link #of(Block, String)}, for a block whose {@link #titleEnd} is known; for a preamble that is 0. */
    static ImmutableList<Span> of(Block block, String text, int titleEnd) {
        int at = block.kind() == Block.Kind.PREAMBLE ? 0 : behindTitle(block, text, titleEnd);
        if (at == text.length()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Span> paragraphs = ImmutableList.builder();
        for (Construct construct : block.constructs()) {
            if (at < construct.span().start()) {
                paragraphs.add(new Span(at, construct.span().start()));
            }
            at = construct.next();
        }
        return at < text.length() ? paragraphs.add(new Span(at, text.length())).build() : paragraphs.build();
    }

    /** Those of the paragraphs that Logseq takes for dates alone. */
    static ImmutableList<Span> ofDates(Block block, String text, List<Inline> inlines) {
        Set<Integer> dates = new HashSet<>();
        ImmutableList<Span> paragraphs = of(block, text);
        for (Inline inline : inlines) {
            if (inline instanceof Timestamp date && date.leads()) {
                dates.add(Spans.indexAt(paragraphs, span -> span, date.span().start()));
            }
        }
        return IntStream.range(0, paragraphs.size())
                .filter(dates::contains)
                .mapToObj(paragraphs::get)
                .collect(ImmutableList.toImmutableList());
    }

    /** Where the first line of a bullet or heading ends, or its first construct begins; its start where it has no text. */
    static int titleEnd(Block block, String text) {
        int start = block.titleStart();
        int firstConstruct = block.constructs().isEmpty()
                ? text.length()
                : block.constructs().get(0).span().start();
        return Chars.isSpace(text.charAt(start - 1)) ? Math.min(Chars.lineEnd(text, start), firstConstruct) : start;
    }

    private static int behindTitle(Block block, String text, int end) {
        // White space without a title behind it is none of the line: the paragraph below begins with it.
        return Chars.skipNewline(text, end == block.titleStart() ? Chars.skipSpacesBack(text, end) : end);
    }
}
