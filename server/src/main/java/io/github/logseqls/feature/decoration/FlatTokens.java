package io.github.logseqls.feature.decoration;

import io.github.logseqls.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Tokens cut up so that none lies over another: where several hold a character, the innermost has it. */
final class FlatTokens {

    private final List<Token> pieces = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();
    private int at;

    private FlatTokens() {}

    /** The pieces in the order of the text, as the {@code tokens} are. */
    static List<Token> of(List<Token> tokens) {
        FlatTokens flat = new FlatTokens();
        tokens.forEach(flat::add);
        flat.closeUpTo(Integer.MAX_VALUE);
        return flat.pieces;
    }

    private void add(Token token) {
        int start = token.span().start();
        closeUpTo(start);
        addPiece(start);
        // What begins in a token ends in it too: the outer one goes on behind it.
        int end = open.isEmpty()
                ? token.span().end()
                : Math.min(token.span().end(), open.getLast().span().end());
        open.addLast(new Token(new Span(start, end), token.type(), token.modifiers()));
        at = start;
    }

    private void closeUpTo(int offset) {
        while (!open.isEmpty() && open.getLast().span().end() <= offset) {
            addPiece(open.getLast().span().end());
            open.removeLast();
        }
    }

    /** Adds what the innermost token has up to {@code end}. */
    private void addPiece(int end) {
        if (!open.isEmpty() && at < end) {
            Token token = open.getLast();
            pieces.add(new Token(new Span(at, end), token.type(), token.modifiers()));
            at = end;
        }
    }
}
