package io.github.logseqls.feature.reading;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Timestamp;
import java.time.LocalDate;
import java.util.Comparator;

/** What a hover tells of a task from its marker: what that means, when it is due, and how long it took so far. */
final class TaskHover {

    /** What the app's own markers mean, and what a click or a key makes of them (format.md 5). */
    private static final ImmutableMap<String, String> MEANINGS = ImmutableMap.<String, String>builder()
            .put("TODO", "to be done; in Logseq DOING comes next")
            .put("DOING", "being done; in Logseq DONE comes next")
            .put("LATER", "to be done some time; in Logseq NOW comes next")
            .put("NOW", "being done; in Logseq DONE comes next")
            .put("DONE", "done")
            .put("WAIT", "waiting for something")
            .put("WAITING", "waiting for something")
            .put("CANCELED", "given up")
            .put("CANCELLED", "given up")
            .put("STARTED", "begun")
            .put("IN-PROGRESS", "begun")
            .build();

    private static final ImmutableSet<String> PLANS = ImmutableSet.of("SCHEDULED", "DEADLINE");

    private TaskHover() {}

    static String of(Graph graph, BlockAt block, LocalDate today, Markup markup) {
        String marker = block.block().taskMarks().marker();
        StringBuilder content = new StringBuilder(markup.strong(marker))
                .append(": ")
                .append(MEANINGS.getOrDefault(marker, "a task"))
                .append(".");
        String details = details(block, today);
        if (!details.isEmpty()) {
            content.append("\n").append(details);
        }
        if (graph.extent() != Graph.Extent.SINGLE_FILE) {
            String count = Backlinks.of(graph, new Symbol.Marker(marker)).count("task is", "tasks are");
            content.append("\n\n").append(markup.aside("In this graph %s marked so.".formatted(count)));
        }
        return content.toString();
    }

    private static String details(BlockAt block, LocalDate today) {
        Outline outline = block.outline();
        StringBuilder details = new StringBuilder();
        int titleEnd = outline.title(block.index()).end();
        outline.inlines(block.index()).stream()
                .filter(inline -> inline instanceof Timestamp && inline.span().start() > titleEnd)
                .map(Timestamp.class::cast)
                .filter(date -> PLANS.contains(date.keyword()))
                .sorted(Comparator.comparingInt(date -> date.span().start()))
                .limit(PLANS.size())
                .forEach(date -> PlannedDay.of(date)
                        .ifPresent(day -> details.append("\n- ")
                                .append(PlannedDay.purpose(date))
                                .append(day.words(today))));
        Logbook.of(block)
                .ifPresent(logbook -> details.append("\n- Time logged: ").append(logbook.words()));
        return details.toString();
    }
}
