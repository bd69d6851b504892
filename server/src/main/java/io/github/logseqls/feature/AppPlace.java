package io.github.logseqls.feature;

import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a place is called in the links that open the Logseq app ({@code logseq://graph/notes?page=}).
 *
 * @param page the page by its title, which the app also takes for a name
 * @param block the block, where it has an id; the app forgets all other names of blocks when it starts
 */
public record AppPlace(String page, Optional<BlockId> block) {

    /** The place of the caret; {@code offset} is in the page, in UTF-16 units. */
    public static AppPlace at(Page page, int offset) {
        Outline outline = page.outline();
        OptionalInt index = outline.blockAt(offset);
        Optional<BlockId> id = index.isEmpty()
                ? Optional.empty()
                : outline.block(index.getAsInt()).id();
        return new AppPlace(page.title(), id);
    }
}
