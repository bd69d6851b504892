package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.Draft;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.change.Template;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The journals of a graph by their days. */
public final class Journals {

    private Journals() {}

    /** The file of a day's journal, where there is one. */
    public static Optional<PagePath> of(Snapshot snapshot, LocalDate day) {
        String title = snapshot.graph().config().journals().day(day).title();
        return snapshot.graph().pages().sources(PageName.of(title)).stream().findFirst();
    }

    /** The last journal before a day. */
    public static Optional<PagePath> before(Snapshot snapshot, LocalDate day) {
        return days(snapshot, other -> other.isBefore(day))
                .max(Comparator.comparing(Day::date))
                .map(Day::path);
    }

    /** The first journal after a day. */
    public static Optional<PagePath> after(Snapshot snapshot, LocalDate day) {
        return days(snapshot, other -> other.isAfter(day))
                .min(Comparator.comparing(Day::date))
                .map(Day::path);
    }

    /** The day of a page that is a journal. */
    public static Optional<LocalDate> day(Page page) {
        return page.config().journals().parse(page.title()).map(JournalDay::date);
    }

    private record Day(LocalDate date, PagePath path) {}

    private static Stream<Day> days(Snapshot snapshot, Predicate<LocalDate> wanted) {
        return Streams.stream(snapshot.graph().paths())
                .filter(path -> snapshot.graph().config().folders().isInJournals(path))
                .flatMap(path -> snapshot.graph().facts(path).stream()
                        .flatMap(facts -> facts.symbols().names(Symbol.Title.class, Symbol.Title::page).stream())
                        .flatMap(title -> snapshot.graph().config().journals().parse(title.toString()).stream())
                        .map(day -> new Day(day.date(), path)))
                .filter(day -> wanted.test(day.date()));
    }

    /** Makes the journal of a day as the app does, from the graph's template for journals. */
    public static Refactored made(Spot spot, LocalDate day) {
        String title = spot.snapshot().graph().config().journals().day(day).title();
        Optional<NewPage> made = NewPage.of(spot.snapshot().graph(), title);
        if (made.isEmpty()) {
            return new Refactored.Refused(
                    "The journal of " + title
                            + " cannot be made now: the graph is still being read, or a file of that name is not what it seems.");
        }
        NewPage page = made.get();
        String text = template(spot, page, title).orElse(page.content());
        Syntax syntax = page.syntax();
        Outline read = Outline.parse(Text.of(text), syntax);
        return Trial.of(
                spot,
                Change.of(new FileStep.Created(page.path(), text)),
                ImmutableMap.of(page.path(), Draft.of(read, 0, read.size())));
    }

    private static Optional<String> template(Spot spot, NewPage page, String title) {
        return spot.snapshot()
                .graph()
                .config()
                .journalTemplate()
                .flatMap(name -> Template.of(spot.snapshot(), name))
                .filter(template -> template.syntax() == page.syntax())
                .map(template -> template.blocks(title, spot.snapshot().graph().config(), spot.now()))
                .filter(blocks -> !blocks.isEmpty())
                .map(blocks -> Writing.page(
                        page.content(),
                        page.syntax(),
                        spot.snapshot().graph().config().bulletIndentation(),
                        blocks));
    }
}
