package io.github.logseqls.completion;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Indent;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;

/**
 * How lines are written below one in its block.
 *
 * @param lineEnd that of the page
 * @param indent what stands before each
 */
record Below(String lineEnd, String indent) {

    private static final CharMatcher BLANKS = CharMatcher.anyOf(" \t");

    /** Below the line that holds a place. */
    static Below of(Writing writing, int at) {
        String before = writing.before(at);
        boolean isFirst = writing.block()
                .map(block -> at <= block.outline().title(block.index()).end()
                        && at >= block.outline().title(block.index()).start())
                .orElse(false);
        String indent = isFirst
                ? writing.block().map(Below::indent).orElse("")
                : before.substring(0, before.length() - before.stripLeading().length());
        return new Below(LineEnds.of(writing.page().outline().text()), indent);
    }

    /**
     * Takes away the blanks before what is written at a place in its stead, when that goes on below; none where they mean
     * something, as behind a marker.
     */
    static ImmutableList<Edit> withoutBlanks(Writing writing, int at) {
        String before = writing.before(at);
        int start = at - (before.length() - BLANKS.trimTrailingFrom(before).length());
        Span blanks = new Span(start, at);
        Trial trial =
                Trial.of(writing.page(), new Span(start, at + writing.behind(at).length()), "");
        boolean isSame =
                trial.page().outline().size() == writing.page().outline().size()
                        && writing.block()
                                .map(block -> block.block().taskMarks())
                                .filter(marks -> trial.hasMarks(marks::equals))
                                .isPresent();
        return isSame && !blanks.isEmpty() ? ImmutableList.of(new Edit(blanks, "")) : ImmutableList.of();
    }

    private static String indent(BlockAt block) {
        return Indent.of(block);
    }

    /** Some lines, of which the first stands where one writes. */
    String lines(String... lines) {
        return String.join(lineEnd + indent, lines);
    }
}
