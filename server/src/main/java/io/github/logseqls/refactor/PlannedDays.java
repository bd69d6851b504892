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

    static Stream<Refactoring> at(Spot spot) {
        return spot
                .wholeBlock()
                .filter(block -> block.block().kind() == Block.Kind.BULLET
                        && !block.block().taskMarks().marker().isEmpty())
                .stream()
                .flatMap(block -> Stream.of(
                        scheduled(spot, block, "Today", spot.today()),
                        scheduled(spot, block, "Tomorrow", spot.today().plusDays(1)),
                        scheduled(
                                spot, block, "NextWeek", spot.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)))));
    }

    private static Refactoring scheduled(Spot spot, BlockAt block, String name, LocalDate day) {
        String when = switch (name) {
            case "Today" -> "today";
            case "Tomorrow" -> "tomorrow";
            default -> "next Monday, " + day;
        };
        return new Refactoring(
                "schedule" + name, Refactoring.Kind.REWRITE, "Schedule for " + when, () -> planned(spot, block, day));
    }

    /** The date that is there with another day, its time and repeater kept; else one below the first line, before a logbook. */
    private static Refactored planned(Spot spot, BlockAt block, LocalDate day) {
        Outline outline = block.outline();
        Optional<Timestamp> there = outline.inlines(block.index()).stream()
                .filter(inline -> inline instanceof Timestamp date
                        && date.keyword().equals("SCHEDULED")
                        && WrittenDate.plans(date))
                .map(Timestamp.class::cast)
                .findFirst();
        return Trial.within(
                spot,
                block.index(),
                Change.of(
                        spot.page(),
                        there.map(date -> moved(outline, date, day)).orElseGet(() -> added(block, day))));
    }

    private static Edit moved(Outline outline, Timestamp date, LocalDate day) {
        int from = date.span().start() + outline.text().slice(date.span()).lastIndexOf(date.text());
        Matcher written = DAY.matcher(date.text());
        int length = written.find() ? written.end() : date.text().length();
        return new Edit(new Span(from, from + length), WrittenDay.of(day));
    }

    private static Edit added(BlockAt block, LocalDate day) {
        int behind = Head.endBeforeLogbook(block);
        String line = LineEnds.of(block.outline().text()) + Indent.of(block);
        return new Edit(new Span(behind, behind), line + "SCHEDULED: <" + WrittenDay.of(day) + ">");
    }
}
