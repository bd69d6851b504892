package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;

/**
 * A paragraph of a block's running text.
 *
 * @param text the block
 * @param span where the paragraph stands in the block
 * @param inlines the markup in it, in order
 */
record Paragraph(String text, Span span, ImmutableList<Inline> inlines) {

    /** Whether the first or the second piece of the paragraph is a date; line ends and plain text are pieces too. */
    boolean beginsWithDate() {
        int second = pieceEnd(span.start());
        return isDate(span.start()) || second < span.end() && isDate(second);
    }

    /** The dates that stand for themselves; those of {@code <from>--<to>} do not. */
    ImmutableList<Timestamp> dates() {
        ImmutableList.Builder<Timestamp> dates = ImmutableList.builder();
        for (int at = 0; at < inlines.size(); at++) {
            boolean ranges = at + 1 < inlines.size() && isRange(inlines.get(at), inlines.get(at + 1));
            if (ranges) {
                at++;
            } else if (inlines.get(at) instanceof Timestamp date) {
                dates.add(date);
            }
        }
        return dates.build();
    }

    private boolean isRange(Inline first, Inline second) {
        return first instanceof Timestamp
                && second instanceof Timestamp
                && text.substring(first.span().end(), second.span().start()).matches("--\\s*");
    }

    private boolean isDate(int at) {
        Optional<Inline> next = nextInline(at);
        return next.isPresent()
                && next.get() instanceof Timestamp date
                && date.span().start() == at;
    }

    private int pieceEnd(int at) {
        if (at < span.end() && Text.isLineEnd(text.charAt(at))) {
            return text.startsWith("\r\n", at) ? at + 2 : at + 1;
        }
        Optional<Inline> next = nextInline(at);
        if (next.isPresent() && next.get().span().start() == at) {
            return next.get().span().end();
        }
        int most = next.map(inline -> inline.span().start()).orElse(span.end());
        int end = at;
        while (end < most && !Text.isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The first piece of markup that begins at {@code at} or behind. */
    private Optional<Inline> nextInline(int at) {
        return inlines.stream().filter(inline -> inline.span().start() >= at).findFirst();
    }
}
