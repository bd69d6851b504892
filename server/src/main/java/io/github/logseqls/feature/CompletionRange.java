package io.github.logseqls.feature;

import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import org.eclipse.lsp4j.InsertReplaceRange;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What an item replaces. */
final class CompletionRange {

    private CompletionRange() {}

    /**
     * What closes the token behind the caret goes in any case, since it would stand there twice, and so does the rest of a name in
     * brackets. About the rest of a word the user decides in the editor; where that knows no such choice, it stays.
     */
    static Either<Range, InsertReplaceRange> of(Text text, Token token, ClientAbilities client) {
        Range typed = Ranges.of(text, token.typed(), client.encoding());
        Range whole = Ranges.of(text, token.whole(), client.encoding());
        if (!isRestOfWord(text, token)) {
            return Either.forLeft(whole);
        }
        return client.completions().insertAndReplace()
                ? Either.forRight(new InsertReplaceRange(typed, whole))
                : Either.forLeft(typed);
    }

    private static boolean isRestOfWord(Text text, Token token) {
        String rest = text.slice(new Span(token.typed().end(), token.whole().end()));
        String typed = text.slice(token.typed());
        boolean isInBrackets = typed.contains("((") || typed.contains("[[") || typed.startsWith("(");
        return !rest.isEmpty()
                && !isInBrackets
                && (Character.isLetterOrDigit(rest.charAt(0)) || Character.isWhitespace(rest.charAt(0)));
    }
}
