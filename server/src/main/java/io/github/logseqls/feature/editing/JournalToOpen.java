package io.github.logseqls.feature.editing;

import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.refactor.Journals;
import io.github.logseqls.refactor.Refactored;
import io.github.logseqls.refactor.Spot;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A journal that is to be shown.
 *
 * @param uri its address; empty where there is none
 * @param edits what makes its file where it is that of today and has none yet; or why there is none to show
 */
public record JournalToOpen(Optional<String> uri, ChangeEdits edits) {

    /** Which one. */
    public enum Which {
        TODAY,
        PREVIOUS,
        NEXT
    }

    /** That of today; or the last before, or the first after the page at hand, or today where that is no journal. */
    public static JournalToOpen of(Spot spot, Which which, ClientAbilities client) {
        if (which == Which.TODAY) {
            return today(spot, client);
        }
        LocalDate day = Journals.day(spot.page()).orElse(spot.now().toLocalDate());
        Optional<PagePath> found =
                which == Which.PREVIOUS ? Journals.before(spot.snapshot(), day) : Journals.after(spot.snapshot(), day);
        return found.map(path -> shown(spot, path))
                .orElseGet(() -> new JournalToOpen(
                        Optional.empty(),
                        ChangeEdits.refused("There is no journal " + (which == Which.PREVIOUS ? "before" : "after")
                                + " this day.")));
    }

    private static JournalToOpen today(Spot spot, ClientAbilities client) {
        LocalDate today = spot.now().toLocalDate();
        Optional<PagePath> there = Journals.of(spot.snapshot(), today);
        if (there.isPresent()) {
            return shown(spot, there.get());
        }
        Page page = spot.page();
        String title = page.config().journals().day(today).title();
        Refactored made = Journals.made(spot, today);
        ChangeEdits edits = RefactoringToMake.edits(made, "Create the journal of today", spot, client);
        return new JournalToOpen(Optional.of(spot.snapshot().pages().uri(NewPage.path(title, page.config()))), edits);
    }

    private static JournalToOpen shown(Spot spot, PagePath path) {
        return new JournalToOpen(Optional.of(spot.snapshot().pages().uri(path)), ChangeEdits.NONE);
    }
}
