package io.github.logseqls.outline;

import io.github.logseqls.text.Span;

/**
 * Something in a block that looks as if it meant something, and that Logseq loses or ignores without a word; or a directive,
 * which it takes away from where it stands.
 *
 * @param what what it looks like
 * @param why why Logseq does not see it
 * @param span the text of it, in the page
 */
public record Loss(What what, Why why, Span span) {

    /** What was written and lost. */
    public enum What {
        /** {@code id:: uuid}: references to it lead nowhere. */
        ID,
        /** Another {@code key:: value}. */
        PROPERTY,
        /** {@code ((uuid))}. */
        BLOCK_REF,
        /** A line that looks like the start of a block; the span is its bullet or stars. */
        BULLET,
        /** {@code #+key: value} below a bullet; {@code #+title:} renames the page. */
        DIRECTIVE
    }

    /** Why it is lost. */
    public enum Why {
        /** Only the first group of properties of a block counts (format.md 2.2). */
        IN_LATER_GROUP,
        /** The same key stands again further down in the group, and the last one counts. */
        OVERRIDDEN,
        /** The key is one that Logseq cannot keep (format.md 2.1). */
        INVALID_KEY,
        /** Two colons want a space behind them: a tab, a no-break space or nothing does not do (format.md 2.1). */
        NO_SPACE,
        /** {@code key:: value} is no property in Org, which keeps them in drawers (format.md 9). */
        NOT_IN_ORG,
        /** {@code id: uuid}, with one colon. */
        ONE_COLON,
        /** Behind other text on the line. */
        MID_LINE,
        /** Directives below a bullet belong to the page (format.md 2.3). */
        HOISTED,
        /** Letters or punctuation stand right before it (format.md 3.2). */
        GLUED,
        /** {@code (((uuid)))} (format.md 3.2). */
        IN_PARENTHESES,
        /** In a paragraph whose first or second piece is a date: Logseq takes it for dates alone (format.md 5). */
        IN_DATES,
        IN_EMPHASIS,
        IN_CODE,
        IN_MATH,
        IN_HTML,
        IN_COMMENT,
        /** Inside {@code #+BEGIN_X}. */
        IN_BEGIN,
        IN_LATEX,
        IN_DRAWER,
        IN_HICCUP,
        IN_LIST,
        IN_QUOTE,
        IN_TABLE,
        IN_MACRO,
        /** In the label of a link, its address, or the alternative text of an image. */
        IN_LINK,
        IN_TAG,
        /** In a value in double quotes, in that of a keyword, or in one that is lost with its key. */
        IN_VALUE,
        /** In a timestamp, footnote, script and the like. */
        IN_OTHER_MARKUP
    }
}
