package io.github.logseqls.server;

import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Applies an editor's changes to a text. */
final class Edits {

    private Edits() {}

    /** The text after all changes, each of which refers to the text that the ones before it made. */
    static Text applied(List<TextDocumentContentChangeEvent> changes, Text text, Encoding encoding) {
        Text changed = text;
        for (TextDocumentContentChangeEvent change : changes) {
            changed = applied(change, changed, encoding);
        }
        return changed;
    }

    static io.github.logseqls.text.Position position(Position position) {
        return new io.github.logseqls.text.Position(position.getLine(), position.getCharacter());
    }

    private static Text applied(TextDocumentContentChangeEvent change, Text text, Encoding encoding) {
        Range range = change.getRange();
        if (range == null) {
            return Text.of(change.getText());
        }
        int start = text.offset(position(range.getStart()), encoding);
        int end = text.offset(position(range.getEnd()), encoding);
        return text.replace(new Span(Math.min(start, end), Math.max(start, end)), change.getText());
    }
}
