package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.NaturalDates;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that say when a task is to be done, with a day, or without one to go on with it. */
final class PlanWords {

    /** With fewer letters one means a property or another word. */
    private static final int SHORTEST = 2;

    private PlanWords() {}

    /** Those that begin with what was typed at the start of a line. */
    static ImmutableList<Candidate> of(Writing writing, String typed) {
        String start = typed.toUpperCase(Locale.ROOT);
        return Stream.of("SCHEDULED", "DEADLINE")
                .filter(word -> start.length() >= SHORTEST && word.startsWith(start))
                .flatMap(word -> with(writing, word + ": "))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Candidate> with(Writing writing, String word) {
        Stream<Candidate> days = List.of("today", "tomorrow", "next mon").stream()
                .flatMap(phrase -> NaturalDates.day(phrase, writing.today())
                        .map(day -> word + PlannedCandidates.written(day))
                        .map(text -> Candidate.of(Kind.JOURNAL, text, phrase, text))
                        .stream());
        return Stream.concat(days, Stream.of(Candidate.of(Kind.WORD, word.strip(), "another day", word)));
    }
}
