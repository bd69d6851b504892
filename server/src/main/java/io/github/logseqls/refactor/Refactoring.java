package io.github.logseqls.refactor;

import java.util.function.Supplier;

/**
 * One thing that can be done at a place.
 *
 * @param name what commands call it: the same in all versions
 * @param title what it does, for people
 * @param made what comes of it, computed when it is wanted
 */
public record Refactoring(String name, Kind kind, String title, Supplier<Refactored> made) {

    /** What it does to the notes. */
    public enum Kind {
        /** Something goes to a place of its own. */
        EXTRACT,
        /** Something comes here from its own place. */
        INLINE,
        /** Something is written otherwise. */
        REWRITE,
        /** Something changes its place. */
        MOVE
    }
}
