package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.NaturalDates;
import io.github.logseqls.outline.Syntax;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the app's slash commands insert. */
final class CommandCandidates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Writing writing;
    private final int at;
    private final List<Candidate> all = new ArrayList<>();

    private CommandCandidates(Writing writing, int at) {
        this.writing = writing;
        this.at = at;
    }

    static ImmutableList<Candidate> of(Writing writing, Typed.Command typed) {
        CommandCandidates commands =
                new CommandCandidates(writing, typed.token().typed().start());
        commands.addMarks();
        boolean isAlone = commands.isAtTitle()
                && writing.behind(typed.token().whole().end()).isBlank();
        if (isAlone) {
            commands.addMarkers();
        }
        commands.addTimes();
        if (isAlone) {
            commands.addBlocks();
        }
        commands.addPlanned(typed);
        ImmutableList<Candidate> templates =
                isAlone ? TemplateCandidates.here(writing, typed.query()) : TemplateCandidates.behind(writing, typed);
        return ImmutableList.<Candidate>builder()
                .addAll(Fitting.in(commands.all, typed.query()))
                .addAll(templates)
                .build()
                .stream()
                .filter(candidate -> isCalled(candidate.label(), typed.query()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Of several words what stands in most texts is no command: only those count that a name has just so. */
    private static boolean isCalled(String label, String typed) {
        return typed.indexOf(' ') < 0
                || (" " + label).toLowerCase(Locale.ROOT).contains(" " + typed.toLowerCase(Locale.ROOT));
    }

    /** Whether the command is all that stands in the block's first line. */
    private boolean isAtTitle() {
        return writing.block()
                .map(block -> block.outline().title(block.index()).start() == at)
                .orElse(false);
    }

    private void addMarks() {
        add("Page reference", "[[|]]");
        add("Block reference", "((|))");
        add("Page embed", "{{embed [[|]]}}");
        add("Block embed", "{{embed ((|))}}");
        add("Query", "{{query |}}");
        add("Link", writing.page().outline().syntax() == Syntax.ORG ? "[[|][]]" : "[|]()");
        add("Cloze", "{{cloze |}}");
    }

    private void addTimes() {
        for (String phrase : List.of("today", "tomorrow", "yesterday")) {
            NaturalDates.day(phrase, writing.today()).ifPresent(day -> {
                String title = writing.page().config().journals().day(day).title();
                all.add(Candidate.of(Kind.COMMAND, capital(phrase), title, "[[" + title + "]]"));
            });
        }
        all.add(Candidate.of(Kind.COMMAND, "Current time", TIME.format(writing.now()), TIME.format(writing.now())));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void addMarkers() {
        for (String marker : FirstWordCandidates.ofWorkflow(writing.page().config())) {
            all.add(Candidate.of(Kind.MARKER, marker, "task", marker + " "));
        }
    }

    private void addBlocks() {
        for (String priority : List.of("A", "B", "C")) {
            all.add(Candidate.of(Kind.MARKER, "Priority " + priority, "", "[#" + priority + "] "));
        }
        all.addAll(MarkCandidates.begins(writing, at));
        String fence = Below.of(writing, at).lines("```|", "```");
        all.add(Candidate.withCaret(Kind.COMMAND, "Code block", "", fence, new About.Nothing()));
    }

    /** A day for a task stands in a line of its own below the first one. */
    private void addPlanned(Typed.Command typed) {
        boolean isEnd = writing.behind(typed.token().whole().end()).isBlank();
        boolean isBelow = writing.before(at).isBlank();
        boolean isTitle = writing.block()
                .filter(block -> !block.title().isEmpty())
                .map(block -> isInTitle(block))
                .orElse(false);
        if (isEnd && (isBelow || isTitle && !isAtTitle())) {
            for (String keyword : List.of("SCHEDULED", "DEADLINE")) {
                String date = keyword + ": " + PlannedCandidates.written(writing.today());
                String text = isTitle ? Below.of(writing, at).lines("", date) : date;
                all.add(Candidate.of(Kind.COMMAND, capital(keyword.toLowerCase(Locale.ROOT)), date, text));
            }
        }
    }

    private boolean isInTitle(BlockAt block) {
        return block.outline().title(block.index()).touches(at);
    }

    private void add(String label, String text) {
        all.add(Candidate.withCaret(Kind.COMMAND, label, "", text, new About.Nothing()));
    }
}
