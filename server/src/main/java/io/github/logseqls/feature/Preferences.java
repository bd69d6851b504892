package io.github.logseqls.feature;

import io.github.logseqls.graph.CheckSettings;

/**
 * What the user wants to see beside the text.
 *
 * @param hints which inlay hints
 * @param lenses which code lenses
 * @param checks what is said of findings, beside what their graph says of them
 * @param scope in which files findings are shown
 * @param isTrusting whether the user trusts those whom the folders come from: then the git repository around them may be read
 */
public record Preferences(Hints hints, Lenses lenses, CheckSettings checks, Scope scope, boolean isTrusting) {

    /** All there is in the files that are open. */
    public static final Preferences DEFAULT = new Preferences(
            new Hints(true, true, true), new Lenses(true, true), CheckSettings.NONE, Scope.OPEN_FILES, false);

    /** In which files findings are shown. */
    public enum Scope {
        OPEN_FILES,
        /** In all files of the graphs that are known. */
        GRAPH
    }

    /**
     * Which inlay hints are shown.
     *
     * @param references the first line of a block beside a reference to it
     * @param embeds the same beside an embed
     * @param counts how often a block is referred to behind its {@code id::} line
     */
    public record Hints(boolean references, boolean embeds, boolean counts) {}

    /**
     * Which code lenses are shown.
     *
     * @param blocks how often a block with an id is referred to
     * @param pages how often a page is referred to
     */
    public record Lenses(boolean blocks, boolean pages) {}
}
