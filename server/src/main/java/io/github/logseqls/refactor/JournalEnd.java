package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Blocks at the end of today's journal, which is made where there is none.
 *
 * @param wanted what the journal holds then
 */
record JournalEnd(Change change, PagePath path, ImmutableList<Draft> wanted) {

    /** None where the journal is of the other format. */
    static Optional<JournalEnd> with(Spot spot, List<Draft> blocks) {
        String title = spot.page().config().journals().day(spot.today()).title();
        Optional<Page> there = spot.snapshot().graph().pages().sources(PageName.of(title)).stream()
                .findFirst()
                .flatMap(spot.snapshot()::page);
        return there.isPresent() ? appended(spot, there.get(), blocks) : created(spot, title, blocks);
    }

    private static Optional<JournalEnd> appended(Spot spot, Page page, List<Draft> blocks) {
        Outline outline = page.outline();
        if (outline.syntax() != spot.outline().syntax()) {
            return Optional.empty();
        }
        int last = outline.size() - 1;
        boolean givesWay = last >= 0 && Writing.isEmpty(outline, last);
        ImmutableList<Draft> wanted = Draft.with(outline, givesWay ? last : last + 1, last + 1, blocks);
        return Optional.of(new JournalEnd(Change.of(page, Writing.appended(page, blocks)), page.path(), wanted));
    }

    private static Optional<JournalEnd> created(Spot spot, String title, List<Draft> blocks) {
        return NewPage.of(spot.snapshot().graph(), title)
                .filter(made -> made.syntax() == spot.outline().syntax())
                .map(made -> {
                    Outline empty = Outline.parse(Text.of(made.content()), made.syntax());
                    String text = Writing.page(
                            made.content(), made.syntax(), spot.page().config().bulletIndentation(), blocks);
                    return new JournalEnd(
                            Change.of(new FileStep.Created(made.path(), text)),
                            made.path(),
                            Draft.with(empty, empty.size() - 1, empty.size(), blocks));
                });
    }
}
