package io.github.logseqls.graph;

import io.github.logseqls.text.Span;

/**
 * A name that Logseq looks up when it answers a question, or hands to a macro: no reference, but it means something all the same.
 *
 * @param form how it is written
 * @param nameSpan the name alone: UTF-16 offsets in the page
 * @param target a page, the key of a property, or a block
 */
public record AskedName(Form form, Span nameSpan, Target target) {

    /** The ways in which something is named in a question. */
    public enum Form {
        /** {@code [[name]]}. */
        BRACKETS,
        /** {@code #name}; the brackets of {@code #[[name]]} are a part of the name's span. */
        TAG,
        /** {@code "name"}. */
        QUOTED,
        /** {@code "name"} in lower case, as Logseq's own database has it. */
        QUOTED_LOWER,
        /** {@code name}, up to the next blank or bracket. */
        WORD,
        /** {@code name} as all that is handed to a macro. */
        ALONE,
        /** {@code ((id))}. */
        BLOCK
    }
}
