package io.github.logseqls.change;

import io.github.logseqls.graph.Indentation;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import java.util.OptionalInt;

/**
 * What stands before a bullet: blanks, or in Org all stars but the first. A block gets what its neighbours have, so that a page
 * keeps the indentation that it is written with.
 */
public final class Prefixes {

    /** After so many blocks without an example the graph's own indentation is taken. */
    private static final int MOST_LOOKED_AT = 2000;

    private Prefixes() {}

    /** That of a block. */
    public static String of(Outline outline, int block) {
        return outline.text().slice(Indentation.of(outline, block).span());
    }

    /** That of the first block below another one, whether or not it is there already. */
    public static String ofFirstChild(Page page, int parent) {
        return page.outline().hasChildren(parent) ? of(page.outline(), parent + 1) : below(page, parent);
    }

    /** That of a block behind all others below a block. */
    public static String ofLastChild(Page page, int parent) {
        Outline outline = page.outline();
        if (!outline.hasChildren(parent)) {
            return below(page, parent);
        }
        int child = outline.subtreeEnd(parent) - 1;
        while (outline.level(child) > outline.level(parent) + 1) {
            child = outline.parent(child).orElseThrow();
        }
        return of(outline, child);
    }

    /** That of a block below another one, without a look at those that are there. */
    public static String below(Page page, int parent) {
        return of(page.outline(), parent) + step(page, parent);
    }

    /** What one level is indented by near a block. */
    public static String step(Page page, int block) {
        Outline outline = page.outline();
        if (outline.syntax() == Syntax.ORG) {
            return "*";
        }
        String own = stepTo(outline, block);
        if (!own.isEmpty()) {
            return own;
        }
        for (int other = 0; other < Math.min(outline.size(), MOST_LOOKED_AT); other++) {
            String step = stepTo(outline, other);
            if (!step.isEmpty()) {
                return step;
            }
        }
        return page.config().bulletIndentation();
    }

    /** What a block is indented by more than the one that it stands below; empty at the top, and where that does not show. */
    public static String stepTo(Outline outline, int block) {
        OptionalInt parent = outline.parent(block);
        if (parent.isEmpty()) {
            return "";
        }
        String outer = of(outline, parent.getAsInt());
        String inner = of(outline, block);
        return inner.startsWith(outer) ? inner.substring(outer.length()) : "";
    }

    /** What a bullet and the lines below it begin with, for a block whose bullet stands behind {@code prefix}. */
    public static String bullet(Syntax syntax, String prefix) {
        return syntax == Syntax.ORG ? prefix + "* " : prefix + "- ";
    }

    /** What stands before the lines of a block below its first one. */
    public static String body(Syntax syntax, String prefix) {
        return syntax == Syntax.ORG ? "" : prefix + "  ";
    }

    /** Where a heading without a bullet begins, or a bullet or the stars of a headline. */
    public static Span before(Outline outline, int block) {
        Span span = Indentation.of(outline, block).span();
        int start = outline.start(block);
        if (outline.block(block).kind() == Block.Kind.HEADING) {
            return new Span(start, start + outline.block(block).width() - 1);
        }
        return span.isEmpty() ? new Span(start, start) : span;
    }
}
