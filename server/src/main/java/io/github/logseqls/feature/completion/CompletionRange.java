package io.github.logseqls.feature.completion;

import io.github.logseqls.completion.Typed;
import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import org.eclipse.lsp4j.InsertReplaceRange;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What an item replaces. */
final class CompletionRange {

    /** What ends brackets of any kind, what parts a name from its label, and what ends keys. */
    private static final String CLOSERS = ")]}>[:";

    private CompletionRange() {}

    /**
     * What closes the token behind the caret goes in any case, since it would stand there twice, and with it what stands before
     * that. About the rest of a word or of a value the user decides in the editor; where that knows no such choice, it stays.
     */
    static Either<Range, InsertReplaceRange> of(Text text, Typed typed, ClientAbilities client) {
        Token token = typed.token();
        Range before = Ranges.of(text, token.typed(), client.encoding());
        Range whole = Ranges.of(text, token.whole(), client.encoding());
        if (!isRest(text, typed)) {
            return Either.forLeft(whole);
        }
        return client.completions().insertAndReplace()
                ? Either.forRight(new InsertReplaceRange(before, whole))
                : Either.forLeft(before);
    }

    private static boolean isRest(Text text, Typed typed) {
        Token token = typed.token();
        String rest =
                text.slice(new Span(token.typed().end(), token.whole().end())).strip();
        if (rest.isEmpty() || typed instanceof Typed.Value) {
            return !rest.isEmpty();
        }
        if (typed instanceof Typed.Language) {
            // It may come with lines below it, behind which nothing of it may be left.
            return false;
        }
        return CLOSERS.indexOf(rest.charAt(rest.length() - 1)) < 0;
    }
}
