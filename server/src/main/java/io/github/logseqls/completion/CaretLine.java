package io.github.logseqls.completion;

import com.google.common.base.CharMatcher;
import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.graph.Page;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line around a caret.
 *
 * @param offset of the caret, in UTF-16 units of the page
 * @param before what stands before the caret, as far back as anybody types in one go
 * @param after what stands behind it, likewise
 * @param isWhole whether all of the line before the caret is there
 */
record CaretLine(Page page, int offset, String before, String after, boolean isWhole) {

    private static final int MOST = 400;
    private static final CharMatcher BRACKETS = CharMatcher.anyOf("[](){}");

    static CaretLine at(Page page, int offset) {
        Text text = page.outline().text();
        Span line = text.line(text.lineOf(offset));
        int caret = Math.min(offset, line.end());
        int from = Math.max(line.start(), caret - MOST);
        return new CaretLine(
                page,
                caret,
                text.slice(new Span(from, caret)),
                text.slice(new Span(caret, Math.min(line.end(), caret + MOST))),
                from == line.start());
    }

    /** What is typed from a place in {@link #before} on; so many characters behind the caret belong to it. */
    Token token(int start, int behind) {
        int from = offset - (before.length() - start);
        return new Token(new Span(from, offset), new Span(from, offset + behind));
    }

    /** A pattern that ends at the caret. */
    Optional<Matcher> find(Pattern pattern) {
        return Optional.of(pattern.matcher(before)).filter(Matcher::find);
    }

    /** A pattern that speaks of the start of the line. */
    Optional<Matcher> findFromStart(Pattern pattern) {
        return isWhole ? find(pattern) : Optional.empty();
    }

    /** How much behind the caret belongs to what is open: its closer, and what stands before that without brackets of its own. */
    int closer(String mark) {
        int close = after.indexOf(mark);
        boolean isOwn = close >= 0 && BRACKETS.matchesNoneOf(after.substring(0, close));
        return isOwn ? close + mark.length() : 0;
    }

    /** How many characters behind the caret match. */
    int behind(Pattern pattern) {
        Matcher match = pattern.matcher(after);
        return match.lookingAt() ? match.end() : 0;
    }
}
