package io.github.logseqls.completion;

import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.graph.Planning;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words that say when a task is to be done, and the day behind them; in the first line of a block none is read. */
final class PlanMark {

    /** With fewer letters one means a property or another word. */
    private static final Pattern WORD = Pattern.compile(LineMark.START + "([A-Za-z]{2,9})$");

    private static final Pattern LETTERS_BEHIND = Pattern.compile("[A-Za-z]*:?");

    private static final Pattern DATE =
            Pattern.compile("(?i)(?:SCHEDULED|DEADLINE):[ \t]*(<?([^<>]*)|(<([^<>]*)>[ \t]*[.+][.+\\w]*))$");
    private static final Pattern DATE_BEHIND = Pattern.compile("[^<>]*>");

    private static final String SOME_DATE = "<1009-01-05 Fri>";

    private static final int SOME_DAY = 10090105;

    private PlanMark() {}

    static Optional<Typed.PlanWord> word(CaretLine line) {
        return line.findFromStart(WORD)
                .map(found ->
                        new Typed.PlanWord(line.token(found.start(1), line.behind(LETTERS_BEHIND)), found.group(1)))
                .filter(typed -> isRead(line, typed.token().whole(), "SCHEDULED: " + SOME_DATE));
    }

    /** Whether a word with a day is read where a word is being typed. */
    static boolean isWord(Writing writing, Token token) {
        return isRead(CaretLine.at(writing.page(), writing.offset()), token.whole(), "SCHEDULED: " + SOME_DATE);
    }

    static Optional<Typed.Planned> date(CaretLine line) {
        return line.find(DATE)
                .map(found -> {
                    boolean isClosed = found.group(3) != null;
                    int behind = isClosed ? 0 : line.behind(DATE_BEHIND);
                    String query = isClosed ? found.group(3).replaceAll("[<>]", "") : found.group(2);
                    return new Typed.Planned(line.token(found.start(1), behind), query);
                })
                .filter(typed -> isRead(line, typed.token().whole(), SOME_DATE));
    }

    private static boolean isRead(CaretLine line, Span span, String text) {
        Trial trial = Trial.of(line.page(), span, text);
        return trial.isBelowTitle()
                && trial.planning().filter(PlanMark::isSomeDay).isPresent();
    }

    private static boolean isSomeDay(Planning planning) {
        return planning.scheduled().orElse(0) == SOME_DAY || planning.deadline().orElse(0) == SOME_DAY;
    }
}
