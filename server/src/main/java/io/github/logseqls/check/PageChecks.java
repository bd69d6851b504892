package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding.Related;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.PropertyPlace;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.text.Span;
import java.util.Optional;

/** Titles that lead Logseq elsewhere than where the file lies, and those that two files have. */
final class PageChecks {

    private static final int MOST_RELATED = 10;
    private static final int LONGEST_TITLE = 60;

    private final Examined page;

    PageChecks(Examined page) {
        this.page = page;
    }

    static boolean suspects(Graph graph, Symbol symbol) {
        return symbol instanceof Symbol.FileName name && isMeantElsewhere(graph, name.page());
    }

    /** Looks at the page as a whole; a blank one is none. */
    void look() {
        if (page.outline().size() > 0) {
            checkUnique();
            if (page.page().config().folders().isInJournals(page.page().path())) {
                checkDay();
            }
            page.page().ownTitle().filter(title -> !title.isBlank()).ifPresent(title -> checkFileName());
        }
    }

    private void checkUnique() {
        PagePath here = page.page().path();
        ImmutableList<PagePath> files = page.sameTitle().files(here, MOST_RELATED + 1);
        ImmutableList<PagePath> others =
                files.stream().filter(file -> !file.equals(here)).collect(ImmutableList.toImmutableList());
        if (others.isEmpty()) {
            return;
        }
        boolean kept = files.get(0).equals(here);
        page.report(
                Code.DUPLICATE_PAGE,
                titleSpan(page.page()),
                kept ? kept(others) : skipped(files.get(0)),
                others.stream()
                        .limit(MOST_RELATED)
                        .flatMap(file -> page.snapshot().page(file).stream())
                        .map(other -> new Related(other, titleSpan(other), "has this title too"))
                        .collect(ImmutableList.toImmutableList()));
    }

    private String kept(ImmutableList<PagePath> others) {
        String other = others.size() == 1 ? others.get(0).path() : "%d other files".formatted(others.size());
        return "Logseq takes this file and %s for one page, \"%s\". When it reads the whole graph it keeps this file and skips the rest. Put all into one file, or change a title."
                .formatted(other, shownTitle());
    }

    private String skipped(PagePath keeper) {
        return "Logseq takes this file and %s for one page, \"%s\". When it reads the whole graph it keeps that file and skips this one, so that nothing in here is found. Put all into one file, or change a title."
                .formatted(keeper, shownTitle());
    }

    private void checkDay() {
        Page journal = page.page();
        if (journal.config().journals().parse(journal.title()).isPresent()) {
            return;
        }
        Optional<JournalDay> day = journal.config().journals().parse(journal.fileTitle());
        if (journal.ownTitle().isPresent() && day.isPresent()) {
            page.report(
                    Code.TITLE_NOT_A_DATE,
                    titleSpan(journal),
                    "Logseq takes the title for the name of this page, and as it is no date, %s is missing among the journals. Remove the title, or write it as a date."
                            .formatted(day.get().title()));
        } else if (journal.path().baseName().chars().anyMatch(Character::isDigit)) {
            page.report(
                    Code.TITLE_NOT_A_DATE,
                    titleSpan(journal),
                    "Logseq sees no date in \"%s\", so that this file is a page like any other and no journal. Name the file like 2024_01_05, or give it a title:: that is a date."
                            .formatted(shownTitle()));
        }
    }

    /** The file could be that of another page too, and be overwritten by it. */
    private void checkFileName() {
        Page named = page.page();
        PageName other = PageName.of(named.fileTitle());
        if (isMeantElsewhere(page.graph(), other)
                && NewPage.path(named.fileTitle(), named.config()).equals(named.path())) {
            page.report(
                    Code.FILE_NAME_MISMATCH,
                    titleSpan(named),
                    "This page is \"%s\", but its file is named as that of the page \"%s\" would be, to which there are references. When something is written on that page, Logseq saves it to this file. Rename the file after its title."
                            .formatted(shownTitle(), Places.shorten(named.fileTitle(), LONGEST_TITLE)));
        }
    }

    /** Whether there are references to a page of this name, and no such page. */
    private static boolean isMeantElsewhere(Graph graph, PageName name) {
        return !graph.links().files(new Symbol.PageUse(name)).isEmpty()
                && graph.links().files(new Symbol.Title(name)).isEmpty()
                && graph.links().files(new Symbol.Alias(name)).isEmpty();
    }

    private String shownTitle() {
        return Places.shorten(page.page().title(), LONGEST_TITLE);
    }

    private static Span titleSpan(Page of) {
        return of.ownTitle()
                .flatMap(title -> PropertyPlace.of(of.outline(), "title"))
                .orElseGet(() -> Examined.firstLine(of));
    }
}
