package io.github.logseqls.graph;

import io.github.logseqls.graph.Mention.Form;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Span;
import java.util.Optional;

/** What a piece of markup in a page names. */
final class MarkupMention {

    private MarkupMention() {}

    /** What it names in running text; its span is in the page. */
    static Optional<Mention> of(Page page, Inline inline) {
        if (inline instanceof BlockRef ref) {
            Form form = ref.form() == BlockRef.Form.EMBED ? Form.EMBED : Form.BLOCK_REF;
            return ref.id().map(id -> new Mention(form, ref.span(), ref.targetSpan(), new Target.OfBlock(id)));
        }
        if (inline instanceof PageRef ref) {
            return of(page, ref);
        }
        if (inline instanceof Tag tag) {
            return Optional.of(new Mention(Form.TAG, tag.span(), tag.nameSpan(), page(tag.name(), page.config())));
        }
        if (inline instanceof Link link) {
            return LinkPath.of(page.path(), link.target())
                    .map(path -> new Mention(Form.FILE, link.span(), link.targetSpan(), new Target.OfFile(path)));
        }
        return inline instanceof Timestamp time ? ofDate(page, time) : Optional.empty();
    }

    private static Optional<Mention> of(Page page, PageRef ref) {
        if (!ReferencedPages.isPage(ref)) {
            return ReferencedPages.file(page.path(), ref)
                    .map(path -> new Mention(Form.FILE, ref.span(), ref.nameSpan(), new Target.OfFile(path)));
        }
        Form form = ref.form() == PageRef.Form.EMBED ? Form.EMBED : Form.PAGE_REF;
        return BlockId.parse(ref.name()).isEmpty()
                ? Optional.of(new Mention(form, ref.span(), ref.nameSpan(), page(ref.name(), page.config())))
                : Optional.empty();
    }

    /** What it names in the value of a property, where links and tags are read otherwise. */
    static Optional<Mention> ofValue(Page page, Inline inline) {
        if (!(inline instanceof PageRef) && !(inline instanceof Tag)) {
            return of(page, inline);
        }
        Form form = inline instanceof Tag ? Form.TAG : Form.PAGE_REF;
        Span name = inline instanceof Tag tag ? tag.nameSpan() : ((PageRef) inline).nameSpan();
        return Optional.of(new Mention(form, inline.span(), name, page(WrittenProperty.page(inline), page.config())));
    }

    /** What it names in the value of an alias, where it refers to nothing. */
    static Optional<Mention> ofAlias(Page page, Inline inline) {
        return ofValue(page, inline)
                .map(mention -> new Mention(Form.ALIAS, mention.span(), mention.nameSpan(), mention.target()));
    }

    /** The page that a name means. */
    static Target.OfPage page(String name, GraphConfig config) {
        return Target.OfPage.of(ReferencedPages.title(name, config));
    }

    private static Optional<Mention> ofDate(Page page, Timestamp time) {
        int space = time.text().indexOf(' ');
        String day = space < 0 ? time.text() : time.text().substring(0, space);
        return page.config()
                .journals()
                .parse(day)
                .map(journal -> new Mention(Form.DATE, time.span(), time.span(), Target.OfPage.of(journal.title())));
    }
}
