package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;

/**
 * An opener whose own closer is missing. Logseq then takes it for plain text; but HTML is closed by the next {@code />}
 * instead, if there is one, and a LaTeX environment by the end of the page (format.md 6).
 *
 * @param kind what it would have opened
 * @param start its first character, in UTF-16 offsets from the start of the block
 * @param closers the texts, in any case, of which one would have to come or go behind the opener to change what it is
 * @param isAbsent whether none of them stands behind the opener now
 */
public record Unclosed(Construct.Kind kind, int start, ImmutableList<String> closers, boolean isAbsent) {

    Unclosed(Construct.Kind kind, int start, String... closers) {
        this(kind, start, ImmutableList.copyOf(closers), true);
    }

    /** An opener that any change behind it may close. */
    static Unclosed byAnything(Construct.Kind kind, int start) {
        return new Unclosed(kind, start, ImmutableList.of(""), false);
    }

    /** An opener whose closer stands behind a lone CR, which keeps it from being found. */
    Unclosed orByReturns() {
        return new Unclosed(
                kind,
                start,
                ImmutableList.<String>builder().addAll(closers).add("\r").build(),
                false);
    }

    Unclosed shift(int distance) {
        return new Unclosed(kind, start + distance, closers, isAbsent);
    }
}
