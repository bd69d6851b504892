package io.github.logseqls.refactor;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.TaskMarks;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The marker and the priority of a task (format.md 5): one further in the graph's workflow, or another one. */
final class TaskMarkers {

    private static final Set<String> BEGUN = Set.of("DOING", "NOW");
    private static final ImmutableList<String> PRIORITIES = ImmutableList.of("A", "B", "C");
    private static final Pattern HEADING = Pattern.compile("^#+[ \t]+");

    private TaskMarkers() {}

    static Stream<Refactoring> at(Spot spot) {
        return spot.wholeBlock().filter(block -> block.block().kind() == Block.Kind.BULLET).stream()
                .flatMap(block -> Stream.concat(cycle(spot, block), priorities(spot, block)));
    }

    private static Stream<Refactoring> cycle(Spot spot, BlockAt block) {
        String marker = block.block().taskMarks().marker();
        String next = next(marker, spot.page().config().preferredWorkflow());
        boolean comesAgain = next.equals("DONE") && !Repeaters.of(block).isEmpty();
        String title = next.isEmpty()
                ? "Make it no task any more"
                : comesAgain ? "Done for this time: shift it to its next date" : "Mark as " + next;
        return Stream.of(new Refactoring(
                "cycleTask", Refactoring.Kind.REWRITE, title, () -> cycled(spot, block, marker, next, comesAgain)));
    }

    private static Refactored cycled(Spot spot, BlockAt block, String marker, String next, boolean comesAgain) {
        List<Edit> edits = new ArrayList<>();
        String then = comesAgain ? again(marker) : next;
        if (!then.equals(marker)) {
            edits.add(marked(block, marker, then));
        }
        if (comesAgain) {
            edits.addAll(Repeaters.shifted(block, spot.now()));
        }
        if (spot.page().config().isTimeTracked()) {
            boolean begins = !BEGUN.contains(marker) && BEGUN.contains(next);
            boolean ends = BEGUN.contains(marker) && !BEGUN.contains(next);
            edits.addAll(
                    begins
                            ? ClockLines.begun(block, spot.now())
                            : ends && !comesAgain ? ClockLines.ended(block, spot.now()) : List.of());
        }
        if (comesAgain) {
            edits.addAll(ClockLines.done(block, marker, spot.now()));
        }
        return Trial.within(spot, block.index(), Change.of(spot.page(), edits));
    }

    /** The marker behind another one. What is waiting or was given up begins anew. */
    private static String next(String marker, GraphConfig.Workflow workflow) {
        return switch (marker) {
            case "TODO" -> "DOING";
            case "LATER" -> "NOW";
            case "DOING", "NOW" -> "DONE";
            case "DONE" -> "";
            default -> workflow == GraphConfig.Workflow.TODO_DOING ? "TODO" : "LATER";
        };
    }

    private static String again(String marker) {
        return marker.equals("NOW") ? "LATER" : "TODO";
    }

    private static Edit marked(BlockAt block, String marker, String next) {
        int start = start(block);
        int end = marker.isEmpty() ? start : start + marker.length();
        if (next.isEmpty()) {
            int behind = Math.min(end + 1, block.outline().title(block.index()).end());
            return new Edit(new Span(start, Math.max(end, behind)), "");
        }
        return new Edit(new Span(start, end), marker.isEmpty() ? next + " " : next);
    }

    /** Where the marker stands or would stand: behind the signs of a heading. */
    private static int start(BlockAt block) {
        Outline outline = block.outline();
        Span title = outline.title(block.index());
        String text = outline.text().slice(title);
        int blanks = text.length() - text.stripLeading().length();
        Matcher heading = HEADING.matcher(text.substring(blanks));
        return title.start() + blanks + (heading.find() ? heading.end() : 0);
    }

    private static Stream<Refactoring> priorities(Spot spot, BlockAt block) {
        TaskMarks marks = block.block().taskMarks();
        if (marks.marker().isEmpty() && marks.priority().isEmpty()) {
            return Stream.of();
        }
        Stream<Refactoring> set = PRIORITIES.stream()
                .filter(priority -> !priority.equals(marks.priority()))
                .map(priority -> new Refactoring(
                        "setPriority" + priority,
                        Refactoring.Kind.REWRITE,
                        "Set priority " + priority,
                        () -> prioritized(spot, block, "[#" + priority + "] ")));
        Stream<Refactoring> none = marks.priority().isEmpty()
                ? Stream.of()
                : Stream.of(new Refactoring(
                        "removePriority",
                        Refactoring.Kind.REWRITE,
                        "Remove the priority",
                        () -> prioritized(spot, block, "")));
        return Stream.concat(set, none);
    }

    private static Refactored prioritized(Spot spot, BlockAt block, String written) {
        TaskMarks marks = block.block().taskMarks();
        Outline outline = block.outline();
        Span title = outline.title(block.index());
        int start = start(block) + marks.marker().length();
        String behind = outline.text().slice(new Span(start, title.end()));
        int blanks = behind.length() - behind.stripLeading().length();
        String old = "[#" + marks.priority() + "]";
        boolean isThere = !marks.priority().isEmpty() && behind.startsWith(old, blanks);
        int from = start + (marks.marker().isEmpty() || isThere ? blanks : Math.min(blanks, 1));
        int to = isThere ? start + blanks + old.length() : from;
        if (isThere && to < title.end() && outline.text().charAt(to) == ' ') {
            to++;
        }
        String sign = to == title.end() ? written.stripTrailing() : written;
        return Trial.within(spot, block.index(), Change.of(spot.page(), new Edit(new Span(from, to), sign)));
    }
}
