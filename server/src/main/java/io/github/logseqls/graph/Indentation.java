package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;

/**
 * What stands before a bullet, as far as Logseq goes by it: a heading without bullet has none; of an Org headline it is all
 * stars but the first (format.md 1.2 and 9).
 *
 * @param span in the page
 */
public record Indentation(Kind kind, Span span) {

    /** What it is made of. */
    public enum Kind {
        /** A character a level: tabs, or stars. */
        TABS,
        SPACES,
        MIXED
    }

    static final Indentation NONE = new Indentation(Kind.TABS, new Span(0, 0));

    public static Indentation of(Outline outline, int index) {
        Block block = outline.block(index);
        int start = outline.start(index);
        if (block.kind() == Block.Kind.HEADING || block.width() == 1) {
            return new Indentation(Kind.TABS, new Span(start, start));
        }
        Span span = new Span(start, start + block.width() - 1);
        boolean isOrg = outline.syntax() == Syntax.ORG;
        return new Indentation(isOrg ? Kind.TABS : kind(outline, span), span);
    }

    private static Kind kind(Outline outline, Span span) {
        if (outline.text().ask(span, (text, from, to) -> isAll('\t', text, from, to))) {
            return Kind.TABS;
        }
        return outline.text().ask(span, (text, from, to) -> isAll(' ', text, from, to)) ? Kind.SPACES : Kind.MIXED;
    }

    private static boolean isAll(char c, String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) != c) {
                return false;
            }
        }
        return true;
    }

    /** By how much Logseq compares blocks: each character counts as one. */
    public int length() {
        return span.length();
    }

    /** The column at which the bullet is seen where a tab goes up to the next multiple of {@code tab}. */
    public int column(Outline outline, int tab) {
        if (kind != Kind.TABS && outline.syntax() == Syntax.MARKDOWN) {
            return columnOf(outline.text().slice(span), tab);
        }
        return outline.syntax() == Syntax.MARKDOWN ? length() * tab : length();
    }

    private static int columnOf(String blanks, int tab) {
        int column = 0;
        for (int at = 0; at < blanks.length(); at++) {
            column += blanks.charAt(at) == '\t' ? tab - column % tab : 1;
        }
        return column;
    }
}
