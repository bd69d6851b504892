package io.github.logseqls.refactor;

import io.github.logseqls.change.Change;

/** What comes of a refactoring. */
public sealed interface Refactored {

    /** It was tried: with the change the pages read as they are meant to, and all others as before. */
    record Made(Change change) implements Refactored {}

    /**
     * Nothing is changed.
     *
     * @param why what is, and what to do, for the user
     */
    record Refused(String why) implements Refactored {}
}
