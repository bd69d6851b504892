package io.github.logseqls.refactor;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.Indent;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.change.Prefixes;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;

/** How blocks are written into a page: indented and ended as its lines are. */
final class Writing {

    /** After so many blocks without an example the graph's own indentation is taken. */
    private static final int MOST_LOOKED_AT = 2000;

    private static final Splitter LINES = Splitter.on('\n');

    private Writing() {}

    /** Blocks in place of those from {@code from} to before {@code to}; the first ones are of one level. */
    static Edit replaced(Page page, int from, int to, List<Draft> drafts) {
        Span lines = lines(page.outline(), from, to);
        return new Edit(lines, written(page, from, drafts));
    }

    /** Blocks at the end of a page, from level 1 on; an empty last block gives way to them. */
    static Edit appended(Page page, List<Draft> drafts) {
        Outline outline = page.outline();
        Text text = outline.text();
        String lineEnd = LineEnds.of(text);
        String lines = written(outline.syntax(), "", step(page, 0), lineEnd, drafts);
        if (outline.size() == 0) {
            return new Edit(new Span(0, 0), lines + (text.length() == 0 ? "" : lineEnd));
        }
        int last = outline.size() - 1;
        if (isEmpty(outline, last)) {
            return new Edit(lines(outline, last, last + 1), lines);
        }
        int end = lines(outline, last, last + 1).end();
        boolean isHead = outline.block(last).kind() == Block.Kind.PREAMBLE;
        return new Edit(new Span(end, end), lineEnd + (isHead ? lineEnd : "") + lines);
    }

    /** Blocks behind all that is below a block, of which the first is one level deeper than it. */
    static Edit below(Page page, int parent, List<Draft> drafts) {
        Outline outline = page.outline();
        int end = outline.subtreeEnd(parent);
        int at = lines(outline, parent, end).end();
        String step = step(page, parent);
        String prefix =
                outline.hasChildren(parent) ? Prefixes.of(outline, parent + 1) : Prefixes.of(outline, parent) + step;
        String lineEnd = LineEnds.of(outline.text());
        return new Edit(new Span(at, at), lineEnd + written(outline.syntax(), prefix, step, lineEnd, drafts));
    }

    /** Blocks before all that is below a block, of which the first is one level deeper than it. */
    static Edit firstBelow(Page page, int parent, List<Draft> drafts) {
        Outline outline = page.outline();
        int at = lines(outline, parent, parent + 1).end();
        String step = step(page, parent);
        String prefix =
                outline.hasChildren(parent) ? Prefixes.of(outline, parent + 1) : Prefixes.of(outline, parent) + step;
        String lineEnd = LineEnds.of(outline.text());
        return new Edit(new Span(at, at), lineEnd + written(outline.syntax(), prefix, step, lineEnd, drafts));
    }

    /** Blocks behind a block and all below it, of which the first is its sibling. */
    static Edit behind(Page page, int block, List<Draft> drafts) {
        int at = lines(page.outline(), block, page.outline().subtreeEnd(block)).end();
        return new Edit(new Span(at, at), LineEnds.of(page.outline().text()) + written(page, block, drafts));
    }

    /** Lines that are to stand in a block behind those that it has. */
    static String body(BlockAt block, List<String> lines) {
        String lineEnd = LineEnds.of(block.outline().text()) + Indent.of(block);
        return lineEnd + String.join(lineEnd, lines);
    }

    /**
     * The text of a new page that holds blocks, from what it would begin with.
     *
     * @param indentation that of a level, in Markdown
     */
    static String page(String empty, Syntax syntax, String indentation, List<Draft> drafts) {
        String step = syntax == Syntax.ORG ? "*" : indentation;
        String head =
                empty.substring(0, empty.length() - bullet(syntax, "", step, 1).length());
        return head + written(syntax, "", step, "\n", drafts);
    }

    /** Whether a block at the top holds nothing. */
    static boolean isEmpty(Outline outline, int block) {
        return outline.block(block).kind() == Block.Kind.BULLET
                && outline.level(block) == 1
                && Draft.of(outline, block).content().isEmpty();
    }

    /** The lines of some blocks, without the blank ones behind the last. */
    static Span lines(Outline outline, int from, int to) {
        Span all = new Span(outline.start(from), outline.start(to));
        int last = outline.start(to - 1);
        // The blank behind a bullet is its own, also where nothing follows.
        int bullet = Math.min(
                last + outline.block(to - 1).contentStart(),
                outline.text().line(outline.text().lineOf(last)).end());
        return new Span(
                all.start(), Math.max(bullet, outline.text().trimmed(all).end()));
    }

    /** What one level is indented by in a page, near a block. */
    static String step(Page page, int block) {
        Outline outline = page.outline();
        if (outline.syntax() == Syntax.ORG) {
            return "*";
        }
        for (int other = block; other < Math.min(outline.size(), block + MOST_LOOKED_AT); other++) {
            String step = Prefixes.stepTo(outline, other);
            if (!step.isEmpty()) {
                return step;
            }
        }
        for (int other = 0; other < Math.min(block, MOST_LOOKED_AT); other++) {
            String step = Prefixes.stepTo(outline, other);
            if (!step.isEmpty()) {
                return step;
            }
        }
        return page.config().bulletIndentation();
    }

    private static String written(Page page, int at, List<Draft> drafts) {
        Outline outline = page.outline();
        return written(outline.syntax(), Prefixes.of(outline, at), step(page, at), LineEnds.of(outline.text()), drafts);
    }

    private static String written(Syntax syntax, String prefix, String step, String lineEnd, List<Draft> drafts) {
        int first = drafts.get(0).level();
        List<String> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            int deeper = draft.level() - first;
            ImmutableList<String> content = ImmutableList.copyOf(LINES.split(draft.content()));
            String bullet = bullet(syntax, prefix, step, deeper + 1);
            lines.add(content.get(0).isEmpty() ? bullet.stripTrailing() : bullet + content.get(0));
            String below = syntax == Syntax.ORG ? "" : prefix + step.repeat(deeper) + "  ";
            content.subList(1, content.size()).forEach(line -> lines.add(line.isEmpty() ? line : below + line));
        }
        return String.join(lineEnd, lines);
    }

    private static String bullet(Syntax syntax, String prefix, String step, int level) {
        return prefix + step.repeat(level - 1) + (syntax == Syntax.ORG ? "* " : "- ");
    }
}
