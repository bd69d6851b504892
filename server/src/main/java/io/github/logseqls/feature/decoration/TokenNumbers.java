package io.github.logseqls.feature.decoration;

import com.google.common.primitives.ImmutableIntArray;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;

/**
 * Writes tokens as the protocol does: five numbers each, its place counted from the one before it. They come in the order of the
 * text, so that a long line is measured once.
 */
final class TokenNumbers {

    private final Text text;
    private final Encoding encoding;
    private final ImmutableIntArray.Builder numbers = ImmutableIntArray.builder();
    private final LineCursor cursor;
    private int lastLine;
    private int lastStart;

    TokenNumbers(Text text, Encoding encoding) {
        this.text = text;
        this.encoding = encoding;
        this.cursor = new LineCursor(text);
    }

    void add(Token token) {
        Span span = token.span();
        cursor.goTo(span.start());
        int line = cursor.line();
        numbers.add(line - lastLine);
        numbers.add(width(new Span(line == lastLine ? lastStart : cursor.start(), span.start())));
        numbers.add(width(span));
        numbers.add(token.type().number());
        numbers.add(token.modifiers());
        lastLine = line;
        lastStart = span.start();
    }

    private int width(Span span) {
        return encoding == Encoding.UTF16 ? span.length() : encoding.width(text.slice(span));
    }

    ImmutableIntArray all() {
        return numbers.build();
    }
}
