package io.github.logseqls.graph;

import io.github.logseqls.text.Position;

/**
 * What is wrong with a file as it lies on disk, before anything in it is read as notes.
 *
 * @param position where it shows, in UTF-16
 * @param what the fault in a few words
 */
public record FileFinding(Kind kind, Position position, String what) {

    /** What may be wrong with a file. */
    public enum Kind {
        /** It is so large that it is not read. */
        TOO_LARGE,
        /** Some of its bytes are no UTF-8; each such place was read as a replacement character. */
        INVALID_UTF8,
        /** It is the graph's {@code logseq/config.edn} and no map of settings. */
        BROKEN_CONFIG,
        /** It is the graph's {@code logseq/logseq-ls.json} and holds what this program does not know. */
        BROKEN_CHECKS
    }

    /** A finding about a file as a whole. */
    public static FileFinding ofWhole(Kind kind, String what) {
        return new FileFinding(kind, new Position(0, 0), what);
    }

    /** The finding with line and column as people count them, where it has a place in the file. */
    @Override
    public String toString() {
        return kind == Kind.TOO_LARGE
                ? what
                : "line %d, column %d: %s".formatted(position.line() + 1, position.column() + 1, what);
    }
}
