package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.NaturalDates;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
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
        boolean isEnd = writing.behind(typed.token().whole().end()).isBlank();
        boolean isAlone = isEnd && commands.isAtTitle();
        commands.addMarks();
        if (isAlone) {
            commands.addMarkers();
        }
        commands.addTimes();
        if (isAlone) {
            commands.addPriorities();
        }
        if (isEnd) {
            commands.addBlocks();
            commands.addPlanned();
        }
        ImmutableList<Candidate> templates =
                isAlone ? TemplateCandidates.here(writing, typed.query()) : TemplateCandidates.behind(writing, typed);
        commands.all.addAll(templates);
        return Fitting.in(commands.all, typed.query()).stream()
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

    private void addPriorities() {
        for (String priority : List.of("A", "B", "C")) {
            all.add(Candidate.of(Kind.MARKER, "Priority " + priority, "", "[#" + priority + "] "));
        }
    }

    /** They begin a line: behind a text that of the next one. */
    private void addBlocks() {
        Below below = Below.of(writing, at);
        List<Candidate> blocks = new ArrayList<>(MarkCandidates.begins(writing, at));
        blocks.add(
                Candidate.withCaret(Kind.COMMAND, "Code block", "", below.lines("```|", "```"), new About.Nothing()));
        if (isAtTitle()) {
            all.addAll(blocks);
        } else if (isBehindProperties()) {
            ImmutableList<Edit> blanks = Below.withoutBlanks(writing, at);
            boolean isLine = writing.before(at).isBlank();
            blocks.forEach(block ->
                    all.add(isLine ? block : block.behind(below.lines("", "")).besides(blanks)));
        }
    }

    /** Logseq reads no property that stands behind other lines of its block. */
    private boolean isBehindProperties() {
        return writing.block()
                .filter(block -> block.block().properties().stream()
                        .allMatch(property -> block.outline()
                                        .inPage(block.index(), property.span())
                                        .end()
                                < at))
                .isPresent();
    }

    /** A day for a task stands in a line of its own below the first one. */
    private void addPlanned() {
        boolean isBelow = writing.before(at).isBlank();
        boolean isTitle = writing.block()
                .filter(block -> !block.title().isEmpty())
                .map(block -> isInTitle(block))
                .orElse(false);
        if (isBelow || isTitle && !isAtTitle()) {
            ImmutableList<Edit> blanks = isTitle ? Below.withoutBlanks(writing, at) : ImmutableList.of();
            for (String keyword : List.of("SCHEDULED", "DEADLINE")) {
                String date = keyword + ": " + PlannedCandidates.written(writing.today());
                String text = isTitle ? Below.of(writing, at).lines("", date) : date;
                all.add(Candidate.of(Kind.COMMAND, capital(keyword.toLowerCase(Locale.ROOT)), date, text)
                        .besides(blanks));
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
