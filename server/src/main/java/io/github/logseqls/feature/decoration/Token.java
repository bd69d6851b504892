package io.github.logseqls.feature.decoration;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.Comparator;
import org.eclipse.lsp4j.SemanticTokenModifiers;

/**
 * A stretch of a page that is shown in a colour of its own.
 *
 * @param span UTF-16 offsets in the page
 * @param modifiers a bit for each of {@link #MODIFIERS}, the lowest for the first
 */
record Token(Span span, TokenType type, int modifiers) {

    /** The names of the modifiers; the last one is ours: no name of the protocol's says that a target is missing. */
    static final ImmutableList<String> MODIFIERS = ImmutableList.of(SemanticTokenModifiers.Definition, "broken");

    static final int DEFINITION = 1;
    static final int BROKEN = 2;

    /** The order of the text, what holds others before them. */
    static final Comparator<Token> IN_TEXT = Comparator.<Token>comparingInt(
                    token -> token.span().start())
            .thenComparing(token -> token.span().end(), Comparator.reverseOrder());

    Token(Span span, TokenType type) {
        this(span, type, 0);
    }
}
