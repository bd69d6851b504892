package io.github.logseqls.outline;

/**
 * Finds what comes next in a text. As long as it is asked from left to right, each kind looks at each character about once
 * however often it is asked, so that a text full of openers that nothing closes is read in linear time. A question about a
 * place before the last one is a new search: who goes back, as for the insides of emphasis, may do so once for a place.
 */
final class Ahead {

    private static final int[] NONE = {};
    private static final int KINDS = Until.values().length;

    private final String text;
    /** For each kind the place from which it was last looked for, and one more than that where it was found; 0 at first. */
    private int[] known = NONE;

    Ahead(String text) {
        this.text = text;
    }

    /** The first place at or behind {@code from} at which {@code until} is reached, or the end of the text. */
    // The order of the kinds means nothing: it is an index into an array that nobody else sees.
    @SuppressWarnings("EnumOrdinal")
    int next(Until until, int from) {
        if (known.length == 0) {
            known = new int[2 * KINDS];
        }
        int asked = 2 * until.ordinal();
        int found = asked + 1;
        if (known[asked] > from || from >= known[found]) {
            known[asked] = from;
            known[found] = until.find(text, from) + 1;
        }
        return known[found] - 1;
    }
}
