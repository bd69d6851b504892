package io.github.logseqls.feature.editing;

import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.refactor.CopiedReference;
import io.github.logseqls.refactor.Refactored;
import io.github.logseqls.refactor.Spot;
import java.util.Optional;

/**
 * A reference for the clipboard.
 *
 * @param text the reference
 * @param edits what gives the block the id that it leads to; none where it has one already
 */
public record ReferenceToCopy(String text, ChangeEdits edits) {

    /** That to the block at a place; none where there is no block. */
    public static Optional<ReferenceToCopy> at(Spot spot, CopiedReference.Form form, ClientAbilities client) {
        return CopiedReference.of(spot, form)
                .map(copied -> new ReferenceToCopy(copied.text(), edits(copied, spot, client)));
    }

    private static ChangeEdits edits(CopiedReference copied, Spot spot, ClientAbilities client) {
        boolean hasId =
                copied.made() instanceof Refactored.Made made && made.change().isEmpty();
        return hasId ? ChangeEdits.NONE : RefactoringToMake.edits(copied.made(), "Give this block an id", spot, client);
    }
}
