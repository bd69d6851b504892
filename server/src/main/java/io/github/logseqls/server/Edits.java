package io.github.logseqls.server;

import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import io.github.logseqls.workspace.View;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Applies an editor's changes to a page. */
final class Edits {

    private Edits() {}

    /** The outline after all changes, each of which refers to the text that the ones before it made. */
    static Outline applied(List<TextDocumentContentChangeEvent> changes, Outline outline, Encoding encoding) {
        Outline changed = outline;
        for (TextDocumentContentChangeEvent change : changes) {
            changed = changed.with(edit(change, changed.text(), encoding));
        }
        return changed;
    }

    static io.github.logseqls.text.Position position(Position position) {
        return new io.github.logseqls.text.Position(position.getLine(), position.getCharacter());
    }

    /** Where a position is in the page of a view. */
    static int offset(View view, Position position, Encoding encoding) {
        return view.page().outline().text().offset(position(position), encoding);
    }

    /** What lies between the two places of a range, whichever of them is first. */
    static Span span(Text text, Range range, Encoding encoding) {
        int start = text.offset(position(range.getStart()), encoding);
        int end = text.offset(position(range.getEnd()), encoding);
        return new Span(Math.min(start, end), Math.max(start, end));
    }

    private static Edit edit(TextDocumentContentChangeEvent change, Text text, Encoding encoding) {
        Range range = change.getRange();
        if (range == null) {
            return Edit.between(text, change.getText());
        }
        return new Edit(span(text, range, encoding), change.getText());
    }
}
