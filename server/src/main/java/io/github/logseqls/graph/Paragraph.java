package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.TaskMarks;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;

/**
 * The running text of a block between its first line and its constructs: with its blank lines one paragraph to Logseq.
 *
 * @param text the block
 * @param span where the paragraph stands in the block
 * @param inlines the markup in it, in order
 */
record Paragraph(String text, Span span, ImmutableList<Inline> inlines) {

    private static final CharMatcher BLANKS = CharMatcher.anyOf(" \t\f\u001a");
    private static final CharMatcher MARKS = CharMatcher.anyOf("-*# \t\f");

    static ImmutableList<Paragraph> of(BlockSource source) {
        ImmutableList.Builder<Paragraph> paragraphs = ImmutableList.builder();
        String text = source.text();
        int at = source.isPreamble() ? 0 : behindTitle(source);
        for (Construct construct : source.block().constructs()) {
            Span span = construct.span();
            if (span.start() > at) {
                paragraphs.add(of(source, new Span(at, span.start())));
            }
            at = Math.max(at, behind(text, construct.kind(), span.end()));
        }
        return at < text.length()
                ? paragraphs.add(of(source, new Span(at, text.length()))).build()
                : paragraphs.build();
    }

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

    private static Paragraph of(BlockSource source, Span span) {
        return new Paragraph(source.text(), span, source.inlines(span));
    }

    /** Behind the first line; but the blanks behind a bullet without any text begin a paragraph. */
    private static int behindTitle(BlockSource source) {
        String text = source.text();
        int end = source.block().contentStart();
        while (end < text.length() && !Text.isLineEnd(text.charAt(end))) {
            end++;
        }
        int blanks = end;
        while (blanks > 0 && text.charAt(blanks - 1) == ' ') {
            blanks--;
        }
        boolean bare =
                blanks < end && isBare(text.substring(0, blanks), source.block().taskMarks());
        return bare ? blanks : behindLineEnds(text, end, 1);
    }

    private static boolean isBare(String title, TaskMarks marks) {
        String unmarked = title;
        if (!marks.priority().isEmpty() && unmarked.endsWith("]")) {
            unmarked =
                    unmarked.substring(0, unmarked.length() - "[#A]".length()).stripTrailing();
        }
        if (!marks.marker().isEmpty() && unmarked.endsWith(marks.marker())) {
            unmarked = unmarked.substring(0, unmarked.length() - marks.marker().length());
        }
        return MARKS.matchesAllOf(unmarked);
    }

    /** Where the paragraph below a construct begins; which of the line ends behind it belong to it differs. */
    private static int behind(String text, Construct.Kind kind, int end) {
        return switch (kind) {
            case FRONT_MATTER, LATEX -> end;
            case PROPERTIES, DRAWER, TABLE, RULE -> behindLineEnds(text, end, 1);
            case LIST -> behindLineEnds(text, end, 2);
            default -> behindLineEnds(text, end, Integer.MAX_VALUE);
        };
    }

    /** Behind so many line ends, and the blanks before the first one. */
    private static int behindLineEnds(String text, int from, int most) {
        int at = from;
        while (at < text.length() && BLANKS.matches(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && !Text.isLineEnd(text.charAt(at))) {
            return from;
        }
        for (int count = 0; count < most && at < text.length() && Text.isLineEnd(text.charAt(at)); count++) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }

    private boolean isDate(int at) {
        Optional<Inline> next = nextInline(at);
        return next.isPresent()
                && next.get() instanceof Timestamp date
                && date.span().start() == at;
    }

    private int pieceEnd(int at) {
        if (at < span.end() && Text.isLineEnd(text.charAt(at))) {
            return behindLineEnds(text, at, 1);
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
