package io.github.logseqls.server;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.primitives.ImmutableIntArray;
import io.github.logseqls.feature.decoration.SemanticTokens;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * The semantic tokens that the editor has of each open document, so that the next answer can be what changed. Of very large
 * documents, and of many, those asked for longest ago are forgotten; the next answer about them is whole.
 */
final class TokenHistory {

    /** As many as of documents of some 20 MB. */
    private static final long MOST_NUMBERS = 4_000_000;

    private final AtomicLong lastId = new AtomicLong();
    private final Cache<String, Given> given = CacheBuilder.newBuilder()
            .concurrencyLevel(1)
            .maximumWeight(MOST_NUMBERS)
            .<String, Given>weigher((uri, tokens) -> tokens.numbers().length() + 1)
            .build();

    /** What the editor was given. */
    private record Given(String id, ImmutableIntArray numbers) {}

    /** The tokens of a document as they are now. */
    org.eclipse.lsp4j.SemanticTokens whole(String uri, ImmutableIntArray numbers) {
        return new org.eclipse.lsp4j.SemanticTokens(keep(uri, numbers), numbers.asList());
    }

    /** What changed since the answer {@code id}; all tokens where that is not known any more. */
    Either<org.eclipse.lsp4j.SemanticTokens, SemanticTokensDelta> since(
            String id, String uri, ImmutableIntArray numbers) {
        @Nullable Given before = given.getIfPresent(uri);
        if (before == null || !before.id().equals(id)) {
            return Either.forLeft(whole(uri, numbers));
        }
        return Either.forRight(
                new SemanticTokensDelta(SemanticTokens.edits(before.numbers(), numbers), keep(uri, numbers)));
    }

    void forget(String uri) {
        given.invalidate(uri);
    }

    private String keep(String uri, ImmutableIntArray numbers) {
        String id = Long.toString(lastId.incrementAndGet());
        given.put(uri, new Given(id, numbers));
        return id;
    }
}
