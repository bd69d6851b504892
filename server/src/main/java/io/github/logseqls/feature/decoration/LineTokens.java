package io.github.logseqls.feature.decoration;

import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Tokens cut at the ends of lines. */
final class LineTokens {

    private LineTokens() {}

    /**
     * The pieces in the order of the text; none holds a line end.
     *
     * @param cursor goes through the text as the tokens do
     */
    static List<Token> of(Text text, List<Token> tokens, LineCursor cursor) {
        List<Token> pieces = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            cursor.goTo(token.span().start());
            if (token.span().end() < cursor.nextStart()) {
                pieces.add(token);
            } else {
                addLines(text, token, cursor.line(), pieces);
            }
        }
        pieces.sort(Token.IN_TEXT);
        return pieces;
    }

    /** Adds what a token has of each line, without the indentation. */
    private static void addLines(Text text, Token token, int firstLine, List<Token> to) {
        Span span = token.span();
        int lastLine = text.lineOf(span.end() - 1);
        for (int line = firstLine; line <= lastLine; line++) {
            Span whole = text.line(line);
            int start = Math.max(whole.start(), span.start());
            Span piece = text.trimmed(new Span(start, Math.max(start, Math.min(whole.end(), span.end()))));
            if (!piece.isEmpty()) {
                to.add(new Token(piece, token.type(), token.modifiers()));
            }
        }
    }
}
