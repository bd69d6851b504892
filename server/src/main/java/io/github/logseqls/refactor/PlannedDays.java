package io.github.logseqls.refactor;

import io.github.logseqls.change.Change;
import io.github.logseqls.change.Indent;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.WrittenDate;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The day that a task is scheduled for, or is due: set, put off or taken away. */
final class PlannedDays {

    private static final Pattern DAY = Pattern.compile("^\\d{4}-\\d{1,2}-\\d{1,2}(?: \\p{L}+\\.?)?");

    private PlannedDays() {}

    /** The two things that a day may be for. */
    private enum Plan {
        SCHEDULED("schedule", "Schedule for ", "Remove the date for which this is scheduled"),
        DEADLINE("setDeadline", "Set the deadline to ", "Remove the deadline");

        private final String name;
        private final String title;
        private final String removal;

        Plan(String name, String title, String removal) {
            this.name = name;
            this.title = title;
            this.removal = removal;
        }
    }

    static Stream<Refactoring> at(Spot spot) {
        return spot
                .wholeBlock()
                .filter(block -> block.block().kind() == Block.Kind.BULLET
                        && !block.block().taskMarks().marker().isEmpty())
                .stream()
                .flatMap(block -> Stream.of(Plan.values()).flatMap(plan -> at(spot, block, plan)));
    }

    private static Stream<Refactoring> at(Spot spot, BlockAt block, Plan plan) {
        LocalDate monday = spot.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        Stream<Refactoring> days = Stream.of(
                planned(spot, block, plan, "Today", "today", spot.today()),
                planned(spot, block, plan, "Tomorrow", "tomorrow", spot.today().plusDays(1)),
                planned(spot, block, plan, "NextWeek", "next Monday, " + monday, monday));
        Stream<Refactoring> removal = date(block, plan).stream()
                .map(date -> new Refactoring(
                        "remove" + (plan == Plan.SCHEDULED ? "Scheduled" : "Deadline"),
                        Refactoring.Kind.REWRITE,
                        plan.removal,
                        () -> made(spot, block, removed(block.outline(), date))));
        return Stream.concat(days, removal);
    }

    private static Refactoring planned(Spot spot, BlockAt block, Plan plan, String name, String when, LocalDate day) {
        return new Refactoring(
                plan.name + name, Refactoring.Kind.REWRITE, plan.title + when, () -> planned(spot, block, plan, day));
    }

    /** The date that is there with another day, its time and repeater kept; else one below the first line, before a logbook. */
    private static Refactored planned(Spot spot, BlockAt block, Plan plan, LocalDate day) {
        return made(
                spot,
                block,
                date(block, plan)
                        .map(date -> moved(block.outline(), date, day))
                        .orElseGet(() -> added(block, plan, day)));
    }

    private static Refactored made(Spot spot, BlockAt block, Edit edit) {
        return Trial.within(spot, block.index(), Change.of(spot.page(), edit));
    }

    private static Optional<Timestamp> date(BlockAt block, Plan plan) {
        return dates(block)
                .filter(date -> date.keyword().equals(plan.toString()))
                .findFirst();
    }

    /** The dates below the first line of a block: in that line Logseq reads none (format.md 5). */
    static Stream<Timestamp> dates(BlockAt block) {
        int titleEnd = block.outline().title(block.index()).end();
        return block.outline().inlines(block.index()).stream()
                .filter(Timestamp.class::isInstance)
                .map(Timestamp.class::cast)
                .filter(date -> date.span().start() >= titleEnd && WrittenDate.plans(date));
    }

    /** A date goes with its line where it stands alone there, else with the blanks before it. */
    private static Edit removed(Outline outline, Timestamp date) {
        Text text = outline.text();
        Span line = text.line(text.lineOf(date.span().start()));
        if (text.trimmed(line).equals(date.span())) {
            return new Edit(new Span(text.line(text.lineOf(line.start()) - 1).end(), line.end()), "");
        }
        Span before = text.trimmed(new Span(line.start(), date.span().start()));
        return new Edit(
                before.isEmpty()
                        ? new Span(
                                date.span().start(),
                                text.trimmed(new Span(date.span().end(), line.end()))
                                        .start())
                        : new Span(before.end(), date.span().end()),
                "");
    }

    private static Edit moved(Outline outline, Timestamp date, LocalDate day) {
        int from = date.span().start() + outline.text().slice(date.span()).lastIndexOf(date.text());
        Matcher written = DAY.matcher(date.text());
        int length = written.find() ? written.end() : date.text().length();
        return new Edit(new Span(from, from + length), WrittenDay.of(day));
    }

    private static Edit added(BlockAt block, Plan plan, LocalDate day) {
        int behind = Head.endBeforeLogbook(block);
        String line = LineEnds.of(block.outline().text()) + Indent.of(block);
        return new Edit(new Span(behind, behind), line + plan + ": <" + WrittenDay.of(day) + ">");
    }
}
