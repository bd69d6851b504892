package io.github.logseqls.completion;

import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.outline.Construct;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a line begins with, behind its bullet: a fence or another beginning of code, {@code #+}, or the first word of a block. */
final class LineMark {

    /** What stands before it. */
    static final String START = "^[ \t]*(?:- |\\*+ )?";

    static final Pattern WORD_BEHIND = Pattern.compile("[\\w./-]*");

    private static final Pattern FENCE = Pattern.compile(START + "(```|~~~)([\\w+#.-]*)$");
    private static final Pattern SOURCE = Pattern.compile(START + "((?i:#\\+BEGIN_SRC) +)([\\w+#.-]*)$");
    private static final Pattern DIRECTIVE = Pattern.compile(START + "(#\\+([\\w-]*))$");
    private static final Pattern FIRST_WORD = Pattern.compile(START + "(?:#{1,6} )?((?:[\\w./][\\w./-]*)?)$");

    private LineMark() {}

    static Optional<Typed.Language> language(CaretLine line) {
        return language(line, FENCE, Construct.Kind.FENCE).or(() -> language(line, SOURCE, Construct.Kind.BEGIN));
    }

    private static Optional<Typed.Language> language(CaretLine line, Pattern opener, Construct.Kind kind) {
        return line.findFromStart(opener)
                .map(found -> new Typed.Language(
                        line.token(found.start(2), line.behind(WORD_BEHIND)), found.group(2), kind, found.group(1)))
                .filter(typed -> Trial.of(line.page(), typed.whole(), typed.opener() + "x\n" + typed.closer())
                        .begins(kind));
    }

    static Optional<Typed.Directive> directive(CaretLine line) {
        return line.findFromStart(DIRECTIVE)
                .map(found -> new Typed.Directive(line.token(found.start(1), line.behind(WORD_BEHIND)), found.group(2)))
                .filter(typed -> Trial.of(line.page(), typed.token().whole(), "#+BEGIN_NOTE\nx\n#+END_NOTE")
                        .begins(Construct.Kind.BEGIN));
    }

    static Optional<Typed.FirstWord> firstWord(CaretLine line) {
        return line.findFromStart(FIRST_WORD)
                .map(found -> new Typed.FirstWord(line.token(found.start(1), line.behind(WORD_BEHIND)), found.group(1)))
                .filter(typed -> isFirst(line, typed.token()));
    }

    /** Of a block that is a task already one marker alone would always be there. */
    private static boolean isFirst(CaretLine line, Token token) {
        return List.of("TODO", "LATER").stream()
                .allMatch(marker -> Trial.of(line.page(), token.whole(), marker + " x")
                        .hasMarks(marks -> marks.marker().equals(marker)));
    }
}
