package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.change.PageLines;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;

/** The line in which a page says its title, where the name of its file cannot (format.md 2.3, 4.4). */
final class TitleLine {

    private TitleLine() {}

    /** Adds one to a page that has none. */
    static Edit added(Page page, String title) {
        return PageLines.added(page, ImmutableMap.of("title", title));
    }

    /** Takes it away, and the blank line behind it where nothing else stands there; none where a page has no such line. */
    static ImmutableList<Edit> removed(Page page) {
        return Mentions.of(page).stream()
                .filter(mention -> mention.form() == Mention.Form.TITLE)
                .map(mention -> new Edit(line(page.outline(), mention.span()), ""))
                .collect(ImmutableList.toImmutableList());
    }

    private static Span line(Outline outline, Span value) {
        Text text = outline.text();
        int line = text.lineOf(value.start());
        int start = text.lineStart(line);
        boolean isLast = line + 1 == text.lineCount();
        int end = isLast ? text.length() : text.lineStart(line + 1);
        Span preamble = outline.span(0);
        boolean isAlone = outline.block(0).kind() == Block.Kind.PREAMBLE
                && text.slice(new Span(preamble.start(), Math.min(start, preamble.end())))
                        .isBlank()
                && end <= preamble.end()
                && text.slice(new Span(end, preamble.end())).isBlank();
        return new Span(start, isAlone ? preamble.end() : end);
    }
}
