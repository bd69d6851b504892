package io.github.logseqls.graph;

import io.github.logseqls.text.Span;

/**
 * A place in a page that names something.
 *
 * @param form how
 * @param span all of it, with brackets and label: UTF-16 offsets in the page
 * @param nameSpan the name alone, likewise
 */
public record Mention(Form form, Span span, Span nameSpan, Target target) {

    /** The ways in which something is named. */
    public enum Form {
        /** The {@code id::} line of the block. */
        ID,
        /** The page's {@code title::}. */
        TITLE,
        /** A name in the page's {@code alias::}. */
        ALIAS,
        /** The {@code template::} line of the block. */
        TEMPLATE,
        /** {@code ((id))}, with a label or without. */
        BLOCK_REF,
        /** {@code {{embed ...}}}. */
        EMBED,
        /** {@code [[page]]}, with a label or without. */
        PAGE_REF,
        /** {@code #tag}. */
        TAG,
        /** A link to a file, {@code [label](../pages/x.md)}. */
        FILE,
        /** A name between commas in a value such as that of {@code tags::}. */
        VALUE,
        /** The key of a property. */
        KEY,
        /** The marker of a task. */
        MARKER,
        /** A date, which has a journal. */
        DATE;

        /** Whether the place gives the name rather than using it. */
        public boolean defines() {
            return this == ID || this == TITLE || this == ALIAS || this == TEMPLATE;
        }
    }
}
