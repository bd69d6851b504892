package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;

/** A name that a file defines or uses, without a place: what the link index is kept by. */
public sealed interface Symbol {

    /** A symbol that names a page. */
    sealed interface OfPage extends Symbol {
        PageName page();
    }

    /** The page has this title. */
    record Title(PageName page) implements OfPage {}

    /** The page goes by this name too. */
    record Alias(PageName page) implements OfPage {}

    /** The name of the file stands for this page, and not for the one that it holds. */
    record FileName(PageName page) implements Symbol {}

    /** The page lies somewhere below this one in its namespace. */
    record Child(PageName parent) implements Symbol {}

    /**
     * The page is referred to, in whichever way: by a link, a tag, a value, the key of a property, or as the namespace of
     * another page that is.
     */
    record PageUse(PageName page) implements OfPage {}

    /** The page is used as a tag; it is referred to besides. */
    record TagUse(PageName page) implements OfPage {}

    /** A block claims the id. */
    record Definition(BlockId block) implements Symbol {}

    /** The id stands in a whiteboard or among the highlights of a PDF. */
    record DataDefinition(BlockId block) implements Symbol {}

    /** The block is referred to. */
    record BlockUse(BlockId block) implements Symbol {}

    /** Something is embedded in the page. */
    record Embed() implements Symbol {}

    /** The block is embedded; it is referred to besides. */
    record BlockEmbed(BlockId block) implements Symbol {}

    /** The page is embedded, likewise. */
    record PageEmbed(PageName page) implements OfPage {}

    /** What looks like a reference to the block is none for Logseq, by design or by mistake. */
    record LostUse(BlockId block) implements Symbol {}

    /** What looks as if it gave a block the id does not for Logseq. */
    record LostDefinition(BlockId block) implements Symbol {}

    /** A link leads to the file. */
    record FileUse(PagePath file) implements Symbol {}

    /** A question or the argument of a macro names the page, or one below it, which is no reference. */
    record AskedPage(PageName page) implements OfPage {}

    /** A question asks for properties of this key, likewise. */
    record AskedKey(String key) implements Symbol {}

    /** A question or the argument of a macro names the block, likewise. */
    record AskedBlock(BlockId block) implements Symbol {}

    /** A property has this key, in normal form. */
    record Key(String key) implements Symbol {}

    /** A property has this value, as it is written. */
    record Value(String key, String value) implements Symbol {}

    /** A macro has the renderer of this name draw something. */
    record Renderer(String name) implements Symbol {}

    /** An alias is spelt so, which is not how names are compared. */
    record Spelling(String alias) implements Symbol {}

    /** A task is marked so. */
    record Marker(String marker) implements Symbol {}

    /** A block is indented by so many spaces, two or four, more or fewer than the one before it. */
    record StepOfSpaces(int spaces) implements Symbol {}

    /** Something in the page may be wrong by itself: whoever looks for findings has to read it. */
    record Flaw() implements Symbol {}
}
