package io.github.logseqls.feature.decoration;

import com.google.common.primitives.ImmutableIntArray;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensLegend;

/**
 * The colours of a page: bullets, task marks, properties, references, tags, macros, dates and drawers. Whether a reference is
 * broken is known from the index of links alone.
 */
public final class SemanticTokens {

    private static final int NUMBERS_A_TOKEN = 5;

    private SemanticTokens() {}

    /** What the numbers of types and modifiers mean. */
    public static SemanticTokensLegend legend() {
        return new SemanticTokensLegend(TokenType.legend(), Token.MODIFIERS);
    }

    /** The tokens of a page, five numbers each. */
    public static ImmutableIntArray of(Snapshot snapshot, Page page, ClientAbilities client) {
        return of(snapshot, page, new Span(0, page.outline().text().length()), client);
    }

    /** The tokens that reach into a part of a page, likewise; the {@code part} is in UTF-16 offsets in the page. */
    public static ImmutableIntArray of(Snapshot snapshot, Page page, Span part, ClientAbilities client) {
        Outline outline = page.outline();
        TokenNumbers numbers = new TokenNumbers(outline.text(), client.encoding());
        LineCursor cursor = new LineCursor(outline.text());
        int first = outline.blockAt(part.start()).orElse(0);
        for (int index = first; index < outline.size() && outline.start(index) < part.end(); index++) {
            List<Token> tokens = BlockTokens.of(snapshot.graph(), page, index);
            for (Token token : shown(outline.text(), tokens, client.tokens(), cursor)) {
                if (token.span().end() > part.start() && token.span().start() < part.end()) {
                    numbers.add(token);
                }
            }
        }
        return numbers.all();
    }

    /** Tokens as the editor can show them. */
    private static List<Token> shown(
            Text text, List<Token> tokens, ClientAbilities.Tokens abilities, LineCursor cursor) {
        List<Token> layers = abilities.overlapping() ? tokens : FlatTokens.of(tokens);
        return abilities.multiline() ? layers : LineTokens.of(text, layers, cursor);
    }

    /** The edit that makes the numbers of {@code before} those of {@code after}, in whole tokens; none where they are the same. */
    public static List<SemanticTokensEdit> edits(ImmutableIntArray before, ImmutableIntArray after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.get(start) == after.get(start)) {
            start++;
        }
        if (start == before.length() && start == after.length()) {
            return List.of();
        }
        start -= start % NUMBERS_A_TOKEN;
        int end = 0;
        while (end < most - start && before.get(before.length() - 1 - end) == after.get(after.length() - 1 - end)) {
            end++;
        }
        end -= end % NUMBERS_A_TOKEN;
        return List.of(new SemanticTokensEdit(
                start,
                before.length() - start - end,
                after.subArray(start, after.length() - end).asList()));
    }
}
