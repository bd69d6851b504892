package io.github.logseqls.completion;

import io.github.logseqls.change.Indent;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;

/**
 * How lines are written below one in its block.
 *
 * @param lineEnd that of the page
 * @param indent what stands before each
 */
record Below(String lineEnd, String indent) {

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

    private static String indent(BlockAt block) {
        return Indent.of(block);
    }

    /** Some lines, of which the first stands where one writes. */
    String lines(String... lines) {
        return String.join(lineEnd + indent, lines);
    }
}
