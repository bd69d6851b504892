package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;

/** The line in which a page says its title, where the name of its file cannot (format.md 2.3, 4.4). */
final class TitleLine {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TitleLine() {}

    /** Adds one to a page that has none, where Logseq looks for it first. */
    static Edit added(Page page, String title) {
        Outline outline = page.outline();
        Text text = outline.text();
        boolean isOrg = outline.syntax() == Syntax.ORG;
        String lineEnd = LineEnds.of(text);
        int start = text.length() > 0 && BYTE_ORDER_MARK.indexOf(text.charAt(0)) == 0 ? 1 : 0;
        Optional<Construct> first = first(outline);
        int second = text.lineCount() > 1 ? text.lineStart(1) : start;
        if (first.filter(construct -> construct.kind() == Construct.Kind.FRONT_MATTER)
                .isPresent()) {
            return at(second, "title: " + title + lineEnd);
        }
        boolean isDrawer = first.filter(construct -> construct.kind() == Construct.Kind.PROPERTIES)
                .filter(construct -> text.charAt(construct.span().start()) == ':')
                .isPresent();
        if (isDrawer && !hasDirectives(outline)) {
            return at(second, ":title: " + title + lineEnd);
        }
        String line = (isOrg || hasDirectives(outline) ? "#+title: " : "title:: ") + title + lineEnd;
        boolean hasPreamble = outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE;
        return at(start, hasPreamble ? line : line + lineEnd);
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

    private static Optional<Construct> first(Outline outline) {
        return outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE
                ? outline.block(0).constructs().stream().findFirst()
                : Optional.empty();
    }

    private static boolean hasDirectives(Outline outline) {
        for (int block = 0; block < outline.size(); block++) {
            if (outline.block(block).constructs().stream()
                    .anyMatch(construct -> construct.kind() == Construct.Kind.DIRECTIVE)) {
                return true;
            }
        }
        return false;
    }

    private static Edit at(int offset, String line) {
        return new Edit(new Span(offset, offset), line);
    }
}
