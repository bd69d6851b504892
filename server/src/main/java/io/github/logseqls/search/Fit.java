package io.github.logseqls.search;

/** How well a text answers a query. */
enum Fit {
    NONE(0),
    /** Its letters stand in the text in their order. */
    SCATTERED(1),
    /** All words stand in it somewhere. */
    INSIDE(2),
    /** All words stand where words begin. */
    WORD_STARTS(3),
    /** Likewise, and in a row in the first line, which is what is shown of a block. */
    TOGETHER(4),
    /** The first line begins with it. */
    START(5),
    /** The first line is just that. */
    EXACT(6);

    private final int weight;

    Fit(int weight) {
        this.weight = weight;
    }

    /** The better the greater. */
    int weight() {
        return weight;
    }
}
