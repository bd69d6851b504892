package io.github.logseqls.completion;

import io.github.logseqls.completion.Typed.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word with a mark before it, anywhere in a line: a tag, a priority, a command. */
final class WordMark {

    /** Behind another hash it is a heading that is being typed. */
    private static final Pattern TAG = Pattern.compile("((?<!#)#([^\\s#\\[\\](){}]*))$");

    private static final Pattern TAG_BEHIND = Pattern.compile("[\\p{L}\\p{N}_/-]*");

    private static final Pattern PRIORITY = Pattern.compile("(\\[#([A-Za-z]?))$");
    private static final Pattern LETTER_BEHIND = Pattern.compile("[A-Za-z]?\\]?");

    private static final Pattern COMMAND = Pattern.compile("(?:^|\\s)(/([^\\s/]*))$");
    private static final Pattern COMMAND_OF_WORDS = Pattern.compile("(?:^|\\s)(/([^\\s/]+ [^/]{0,40}))$");

    private WordMark() {}

    static Optional<Typed.Tag> tag(CaretLine line) {
        return line.find(TAG)
                .map(found -> new Typed.Tag(line.token(found.start(1), line.behind(TAG_BEHIND)), found.group(2)))
                .filter(typed -> Trial.isTag(line.page(), typed.token().whole()));
    }

    static Optional<Typed.Priority> priority(CaretLine line) {
        return line.find(PRIORITY)
                .map(found ->
                        new Typed.Priority(line.token(found.start(1), line.behind(LETTER_BEHIND)), found.group(2)))
                .filter(typed -> isPriority(line, typed.token()));
    }

    /** Of a block that has a priority already one alone would always be there. */
    private static boolean isPriority(CaretLine line, Token token) {
        return List.of("A", "B").stream()
                .allMatch(letter -> Trial.of(line.page(), token.whole(), "[#" + letter + "] ")
                        .hasMarks(marks -> marks.priority().equals(letter)));
    }

    static Optional<Typed.Command> command(CaretLine line) {
        return line.find(COMMAND).flatMap(found -> command(line, found));
    }

    /** A command of several words; in most texts with a slash nothing is called so. */
    static Optional<Typed.Command> commandOfWords(CaretLine line) {
        return line.find(COMMAND_OF_WORDS).flatMap(found -> command(line, found));
    }

    private static Optional<Typed.Command> command(CaretLine line, Matcher found) {
        Token token = line.token(found.start(1), 0);
        return Trial.isPageRef(line.page(), token.whole())
                ? Optional.of(new Typed.Command(token, found.group(2)))
                : Optional.empty();
    }
}
