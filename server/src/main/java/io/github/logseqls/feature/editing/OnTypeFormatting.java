package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outlining.TypedLine;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Text;
import org.eclipse.lsp4j.TextEdit;

/** The outline goes on where a line end is typed. */
public final class OnTypeFormatting {

    /** What is answered to. */
    public static final String TRIGGER = "\n";

    private OnTypeFormatting() {}

    /**
     * The edits after a line end was typed, all of them before the caret or behind it.
     *
     * @param offset where the caret is then, in UTF-16 offsets
     */
    public static ImmutableList<TextEdit> edits(Page page, int offset, Encoding encoding) {
        Text text = page.outline().text();
        return TypedLine.edits(page, offset).stream()
                .map(edit -> new TextEdit(Ranges.of(text, edit.span(), encoding), edit.replacement()))
                .collect(ImmutableList.toImmutableList());
    }
}
