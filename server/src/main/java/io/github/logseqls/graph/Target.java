package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;

/** What a place in a page may name. */
public sealed interface Target {

    /** A block, by its id. */
    record OfBlock(BlockId id) implements Target {}

    /**
     * A page, by one of its names.
     *
     * @param title the name as it is spelt; a day in the graph's own format
     */
    record OfPage(PageName name, String title) implements Target {

        /** A page however its name is spelt. */
        public static OfPage of(PageName name) {
            return new OfPage(name, name.toString());
        }

        static OfPage of(String title) {
            return new OfPage(PageName.of(title), title);
        }
    }

    /** A file of the graph, a page or not. */
    record OfFile(PagePath path) implements Target {}

    /** The property of a key, in normal form. */
    record OfKey(String key) implements Target {}

    /** The template of a name. */
    record OfTemplate(String name) implements Target {}

    /** The tasks with a marker. */
    record OfMarker(String marker) implements Target {}
}
