package io.github.logseqls.feature.completion;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.completion.Candidate;
import io.github.logseqls.completion.Candidates;
import io.github.logseqls.completion.ListedIds;
import io.github.logseqls.completion.Typed;
import io.github.logseqls.completion.TypedAt;
import io.github.logseqls.completion.Writing;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.search.SearchIndex;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionContext;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemDefaults;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * What may be typed at the caret. The list is ranked and filtered here and never complete, so that an editor asks again with each
 * character: it cannot know that two words in any order mean a block.
 *
 * @param typed what is being typed there
 * @param uri the address of the document as the editor spells it
 */
public record Completion(Snapshot snapshot, Page page, String uri, int offset, Typed typed, ClientAbilities client) {

    /**
     * What ends a mark that begins something: a second bracket, the colons of a key, a hash, the slash of a command or a
     * namespace, the plus of {@code #+}, a backtick, the bracket of a date. And the blank between two words that a block or
     * page is looked for by, or before the language of code; behind any other word it asks for nothing.
     */
    public static final List<String> TRIGGERS = List.of("(", "[", "{", "#", ":", "/", "+", "`", "<", " ");

    private static final ImmutableSet<String> OPENERS = ImmutableSet.of("(", "[", "#");

    /** What is completed at {@code offset} in a page; nothing where Logseq would read nothing of it. */
    public static Optional<Completion> at(
            Snapshot snapshot,
            Page page,
            String uri,
            int offset,
            Optional<CompletionContext> context,
            ClientAbilities client) {
        return TypedAt.of(page, offset)
                .filter(typed -> context.map(CompletionContext::getTriggerCharacter)
                        .map(character -> isMeant(typed, character))
                        .orElse(true))
                .map(typed -> new Completion(snapshot, page, uri, offset, typed, client));
    }

    /** Whether a bracket was opened that may become a reference. */
    public static boolean isBegun(Optional<CompletionContext> context) {
        return context.map(CompletionContext::getTriggerCharacter)
                .filter(OPENERS::contains)
                .isPresent();
    }

    /** Whether a character may have been typed for that; a blank and a colon stand in any prose. */
    private static boolean isMeant(Typed typed, String character) {
        if (typed instanceof Typed.FirstWord) {
            return false;
        }
        return switch (character) {
            case " " ->
                typed instanceof Typed.Block
                        || typed instanceof Typed.Page
                        || typed instanceof Typed.Value
                        || typed instanceof Typed.Command
                        || typed instanceof Typed.Language
                        || typed instanceof Typed.Renderer
                        || typed instanceof Typed.Planned;
            case ":" -> !(typed instanceof Typed.Tag);
            default -> !(typed instanceof Typed.Key);
        };
    }

    /** Whether the names and texts of the graph are looked through for it. */
    public boolean isSearched() {
        return Candidates.areSearched(typed);
    }

    /**
     * The list.
     *
     * @param index as far as it has been made
     * @param now the time where the user is
     * @param ids for blocks that get one when they are chosen; the same in each request of a session
     */
    public CompletionList list(SearchIndex index, LocalDateTime now, FreshIds ids, CancelChecker cancel) {
        Writing writing = new Writing(
                snapshot,
                index,
                page,
                offset,
                now,
                new ListedIds(ids),
                client.edits().applied(),
                cancel::checkCanceled);
        List<CompletionItem> items = new ArrayList<>();
        CompletionItems made = new CompletionItems(snapshot, page, uri, typed, client);
        for (Candidate candidate : Candidates.of(writing, typed)) {
            items.add(made.item(candidate, items.size()));
        }
        CompletionList list = new CompletionList(true, items);
        if (client.completions().sharedRange() && !items.isEmpty()) {
            CompletionItemDefaults defaults = new CompletionItemDefaults();
            defaults.setEditRange(CompletionRange.of(page.outline().text(), typed, client));
            list.setItemDefaults(defaults);
        }
        return list;
    }
}
