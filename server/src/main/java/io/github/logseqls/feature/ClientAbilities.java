package io.github.logseqls.feature;

import io.github.logseqls.text.Encoding;

/**
 * What the editor said it can do, as far as an answer depends on it.
 *
 * @param encoding the unit of its columns
 * @param definitionLinks whether it takes the range that a definition was asked from
 * @param markdownHover whether it renders Markdown in hovers
 * @param folding what it can fold
 */
public record ClientAbilities(Encoding encoding, boolean definitionLinks, boolean markdownHover, Folds folding) {

    /**
     * What an editor can fold.
     *
     * @param wholeLines whether it ignores columns
     * @param collapsedText whether it shows a text of ours in place of what is folded
     * @param limit how many ranges it wants at most
     */
    public record Folds(boolean wholeLines, boolean collapsedText, int limit) {}
}
