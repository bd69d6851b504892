package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.StoredPage;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;
import org.eclipse.lsp4j.TextEdit;

/**
 * Writes a page as Logseq would save it, so that saving it in the app changes nothing any more, wherever that keeps what the page
 * means. Where it would not, as in the traps of format.md 8.3, a block of the first level stays with all below it, byte for byte.
 */
public final class Formatting {

    private Formatting() {}

    /** The changes to all of a page, as those to a part of it. */
    public static ImmutableList<TextEdit> edits(Page page, boolean keepsFinalLineEnd, Encoding encoding) {
        return edits(page, new Span(0, page.outline().text().length()), keepsFinalLineEnd, encoding);
    }

    /**
     * The changes to a part of a page, in the order of the text and without overlap.
     *
     * @param part what of the page may change: each block of the first level that it touches, with all below it; in UTF-16
     *     offsets
     * @param keepsFinalLineEnd whether a line end behind the last line stays, which Logseq does not write and does not mind
     */
    public static ImmutableList<TextEdit> edits(Page page, Span part, boolean keepsFinalLineEnd, Encoding encoding) {
        Text text = page.outline().text();
        return changes(page, part, keepsFinalLineEnd).stream()
                .map(edit -> new TextEdit(Ranges.of(text, edit.span(), encoding), edit.replacement()))
                .collect(ImmutableList.toImmutableList());
    }

    /** As {@link #edits}, by offsets. */
    public static ImmutableList<Edit> changes(Page page, Span part, boolean keepsFinalLineEnd) {
        Optional<StoredPage> stored = StoredPage.of(page.path(), page.outline(), page.config());
        return stored.isEmpty()
                ? ImmutableList.of()
                : new FormattedPage(page, stored.get(), keepsFinalLineEnd).changes(part);
    }
}
