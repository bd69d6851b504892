package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outlining.PastedOutline;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;

/**
 * Blocks that are pasted into a page, with the indentation of their place.
 *
 * @param edits all that changes; none where the text is to be pasted as it is
 */
public record PastedBlocks(List<TextEdit> edits) {

    public static final PastedBlocks NONE = new PastedBlocks(ImmutableList.of());

    /**
     * What becomes of a text.
     *
     * @param selection what the text replaces, in UTF-16 offsets
     */
    public static PastedBlocks of(
            Snapshot snapshot, Page page, Span selection, String pasted, FreshIds ids, Encoding encoding) {
        Text text = page.outline().text();
        return new PastedBlocks(PastedOutline.edits(snapshot, page, selection, pasted, ids).stream()
                .map(edit -> new TextEdit(Ranges.of(text, edit.span(), encoding), edit.replacement()))
                .collect(ImmutableList.toImmutableList()));
    }
}
