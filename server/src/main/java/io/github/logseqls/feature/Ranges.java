package io.github.logseqls.feature;

import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** The one place where spans become LSP ranges. */
public final class Ranges {

    /** The start of a document. */
    public static final Range START = new Range(new Position(0, 0), new Position(0, 0));

    private Ranges() {}

    public static Range of(Text text, Span span, Encoding encoding) {
        return new Range(position(text, span.start(), encoding), position(text, span.end(), encoding));
    }

    private static Position position(Text text, int offset, Encoding encoding) {
        io.github.logseqls.text.Position position = text.position(offset, encoding);
        return new Position(position.line(), position.column());
    }
}
