package io.github.logseqls.feature;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.text.Encoding;

/**
 * What the editor said it can do, as far as an answer depends on it.
 *
 * @param encoding the unit of its columns
 * @param jumps how it takes definitions
 * @param relations how it takes places other than definitions
 * @param markdownHover whether it renders Markdown in hovers
 * @param folding what it can fold
 * @param symbols how it takes the symbols of a page and of the graph
 * @param tokens which semantic tokens it can show
 * @param hints how it takes inlay hints
 * @param linkTooltips whether it shows a text of ours for a link
 * @param actions how it takes code actions
 * @param edits how it takes edits of the whole workspace
 * @param completions how it takes what may be typed
 * @param commands the commands that it says it has, by their names
 */
public record ClientAbilities(
        Encoding encoding,
        Jumps jumps,
        Relations relations,
        boolean markdownHover,
        Folds folding,
        Symbols symbols,
        Tokens tokens,
        Hints hints,
        boolean linkTooltips,
        Actions actions,
        Edits edits,
        Completions completions,
        ImmutableSet<String> commands) {

    /**
     * How an editor takes definitions.
     *
     * @param asked whether it ever asks for them
     * @param links whether it takes the range that one was asked from
     * @param documents whether it can show a document that is made to be read
     */
    public record Jumps(boolean asked, boolean links, boolean documents) {}

    /**
     * From which requests an editor takes more than plain places: also what is around them.
     *
     * @param declarations from those for declarations
     * @param typeDefinitions from those for type definitions
     * @param implementations from those for implementations
     */
    public record Relations(boolean declarations, boolean typeDefinitions, boolean implementations) {}

    /**
     * What an editor can fold.
     *
     * @param wholeLines whether it ignores columns
     * @param collapsedText whether it shows a text of ours in place of what is folded
     * @param limit how many ranges it wants at most
     */
    public record Folds(boolean wholeLines, boolean collapsedText, int limit) {}

    /**
     * How an editor takes symbols.
     *
     * @param nested whether those of a page may hold each other
     * @param rangeLater whether it asks for the range of one in the graph when it is chosen
     */
    public record Symbols(boolean nested, boolean rangeLater) {}

    /**
     * Which semantic tokens an editor can show.
     *
     * @param multiline whether one may hold a line end
     * @param overlapping whether one may hold another
     */
    public record Tokens(boolean multiline, boolean overlapping) {}

    /**
     * How an editor takes inlay hints.
     *
     * @param tooltipLater whether it asks for the tooltip of one when it is shown
     * @param locationLater whether it asks for the place that one leads to, likewise
     */
    public record Hints(boolean tooltipLater, boolean locationLater) {}

    /**
     * How an editor takes code actions.
     *
     * @param edits whether they may hold edits; else only commands, of which there are none
     * @param editsLater whether it asks for the edits of one when it is chosen
     * @param preferred whether it can tell the one right answer from the others
     */
    public record Actions(boolean edits, boolean editsLater, boolean preferred) {}

    /**
     * How an editor takes what may be typed.
     *
     * @param snippets whether a text may say where one goes on in it
     * @param insertAndReplace whether it lets its user choose if what stands behind the caret goes
     * @param labelDetails whether it shows more beside a label
     * @param asIs whether it can be told to leave the indentation of several lines alone
     * @param sharedRange whether all items of a list may share the range that they replace
     * @param markdown whether it renders Markdown in what is told of an item
     * @param filtersByWord whether it compares an item with the word before the caret, and not with all that the item replaces
     */
    public record Completions(
            boolean snippets,
            boolean insertAndReplace,
            boolean labelDetails,
            boolean asIs,
            boolean sharedRange,
            boolean markdown,
            boolean filtersByWord) {}

    /**
     * How an editor takes edits of the whole workspace.
     *
     * @param applied whether it makes those that nobody has asked it for
     * @param versions whether they may name the versions of the documents that they are for
     * @param annotations whether they may say what they are for
     * @param creates whether they may make files
     * @param renames whether they may rename files
     * @param deletes whether they may delete files
     * @param metadata whether they may come with word of what kind they are
     * @param preparesRename whether it asks what would get another name before it asks for that
     */
    public record Edits(
            boolean applied,
            boolean versions,
            boolean annotations,
            boolean creates,
            boolean renames,
            boolean deletes,
            boolean metadata,
            boolean preparesRename) {

        /** Whether it does all that happens to files in a change. */
        public boolean can(Change change) {
            return change.files().stream().allMatch(this::can);
        }

        private boolean can(FileStep step) {
            if (step instanceof FileStep.Created) {
                return creates;
            }
            return step instanceof FileStep.Moved ? renames : deletes;
        }
    }
}
