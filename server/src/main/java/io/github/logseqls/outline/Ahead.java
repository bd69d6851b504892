package io.github.logseqls.outline;

import java.util.Arrays;

/**
 * Finds what comes next in a text. As long as it is asked from left to right, each kind looks at each character about once
 * however often it is asked, so that a text full of openers that nothing closes is read in linear time. A question about a
 * place before the last one is a new search: who goes back, as for the insides of emphasis, may do so once for a place.
 */
final class Ahead {

    private static final int[] NONE = {};
    private static final int KINDS = Until.values().length;

    private final String text;
    /** From where each kind was last looked for, and where it was found: what lies between does not stop a search. */
    private int[] asked = NONE;

    private int[] found = NONE;

    Ahead(String text) {
        this.text = text;
    }

    /** The first place at or behind {@code from} at which {@code until} is reached, or the end of the text. */
    // The order of the kinds means nothing: it is an index into arrays that nobody else sees.
    @SuppressWarnings("EnumOrdinal")
    int next(Until until, int from) {
        if (found.length == 0) {
            asked = new int[KINDS];
            found = new int[KINDS];
            Arrays.fill(found, -1);
        }
        int kind = until.ordinal();
        if (asked[kind] > from || from > found[kind]) {
            asked[kind] = from;
            found[kind] = until.find(text, from);
        }
        return found[kind];
    }
}
