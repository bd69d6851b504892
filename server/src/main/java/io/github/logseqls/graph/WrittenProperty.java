package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Emphasis;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.text.Span;

/**
 * A property as it stands in a file.
 *
 * @param key the key as Logseq compares it
 * @param text what stands behind the key
 * @param markup the markup in the text, in order
 */
record WrittenProperty(String key, String text, ImmutableList<Inline> markup) {

    /** Whether the value is in double quotes, which makes it mere text. */
    boolean isQuoted() {
        String value = Whitespace.ANY.trimFrom(text);
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    }

    /** The titles that {@link #pageRefs} name. */
    ImmutableSet<String> pages(Syntax syntax) {
        return pageRefs(syntax).stream().map(WrittenProperty::page).collect(ImmutableSet.toImmutableSet());
    }

    /** The title that a link or tag names in a value, which is not what it names elsewhere. */
    static String page(Inline inline) {
        return Whitespace.ANY.trimFrom(inline instanceof Tag tag ? firstPart(tag.text()) : name((PageRef) inline));
    }

    /** The links and tags by which the value refers to pages: its own, not those inside emphasis or other links. */
    ImmutableList<Inline> pageRefs(Syntax syntax) {
        return isQuoted()
                ? ImmutableList.of()
                : outerMarkup().stream()
                        .filter(inline -> inline instanceof Tag || inline instanceof PageRef ref && counts(ref, syntax))
                        .collect(ImmutableList.toImmutableList());
    }

    /** The references to blocks, but for those inside emphasis. */
    ImmutableList<BlockRef> blockRefs() {
        if (isQuoted()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<BlockRef> refs = ImmutableList.builder();
        int emphasised = 0;
        for (Inline inline : markup) {
            if (inline instanceof Emphasis) {
                emphasised = Math.max(emphasised, inline.span().end());
            } else if (inline instanceof BlockRef ref
                    && ref.id().isPresent()
                    && ref.span().start() >= emphasised) {
                refs.add(ref);
            }
        }
        return refs.build();
    }

    private ImmutableList<Inline> outerMarkup() {
        ImmutableList.Builder<Inline> outer = ImmutableList.builder();
        Span last = new Span(0, 0);
        for (Inline inline : markup) {
            if (inline.span().start() >= last.end()) {
                last = inline.span();
                outer.add(inline);
            } else if (inline.span().equals(last)) {
                outer.add(inline);
            }
        }
        return outer.build();
    }

    /** A label in Org makes the link a search, and one to a file is a link to that, not to a page. */
    private static boolean counts(PageRef ref, Syntax syntax) {
        boolean link =
                ref.form() == PageRef.Form.PLAIN || ref.form() == PageRef.Form.LABELLED && syntax == Syntax.MARKDOWN;
        return link && ReferencedPages.isPage(ref.name());
    }

    /** In a value {@code [[((id))]]} keeps its parentheses. */
    private static String name(PageRef ref) {
        boolean parted = ref.form() == PageRef.Form.PLAIN
                && ref.nameSpan().start() - ref.span().start() == "[[((".length();
        boolean block = parted && BlockId.parse(ref.name()).isPresent();
        return block ? "((" + ref.name() + "))" : ref.name();
    }

    /** A tag of several parts refers to its first one: to {@code a} in {@code #[[a]]b}, to {@code a/} in {@code #a/[[b]]}. */
    private static String firstPart(String tag) {
        int open = tag.indexOf("[[");
        int close = open < 0 ? -1 : tag.indexOf("]]", open + 3);
        if (close < 0) {
            return tag;
        }
        return open == 0 ? tag.substring(2, close) : tag.substring(0, open);
    }
}
