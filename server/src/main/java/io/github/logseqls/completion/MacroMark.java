package io.github.logseqls.completion;

import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two open braces: the name of a macro, then that of a renderer. */
final class MacroMark {

    private static final String OPENER = "{{";
    private static final String SOME_MACRO = "{{some-name}}";
    private static final Pattern NAME_BEHIND = Pattern.compile("[\\w-]*(?:\\}\\})?");
    private static final Pattern RENDERER = Pattern.compile("renderer[ \t]+(:?[^\\s,:{}()]*)");
    private static final Pattern RENDERER_BEHIND = Pattern.compile("[^\\s,{}()]*");

    private MacroMark() {}

    static Optional<? extends Typed> at(CaretLine line) {
        return OpenBrackets.in(line.before())
                .filter(open -> open.inner().mark().equals(OPENER))
                .flatMap(open -> typed(line, open));
    }

    private static Optional<Typed> typed(CaretLine line, OpenBrackets.Innermost open) {
        String typed = open.typedIn(line);
        Matcher renderer = RENDERER.matcher(typed);
        if (renderer.matches()) {
            return isMacro(line, open.inner())
                    ? Optional.of(new Typed.Renderer(
                            line.token(
                                    open.inner().start() + OPENER.length() + renderer.start(1),
                                    line.behind(RENDERER_BEHIND)),
                            renderer.group(1).replace(":", "")))
                    : Optional.empty();
        }
        Token token = line.token(open.inner().start(), line.behind(NAME_BEHIND));
        boolean isName = typed.chars().noneMatch(Character::isWhitespace);
        return isName && isRead(line, token.whole())
                ? Optional.of(new Typed.MacroName(token, typed))
                : Optional.empty();
    }

    /** Whether brackets stand in a macro that begins with {@code start}. */
    static boolean isIn(CaretLine line, OpenBrackets.Innermost open, String start) {
        return open.outer()
                .filter(outer -> outer.mark().equals(OPENER)
                        && line.before().startsWith(start, outer.start())
                        && isMacro(line, outer))
                .isPresent();
    }

    private static boolean isMacro(CaretLine line, OpenBrackets macro) {
        int close = line.after().indexOf("}}");
        int end = close < 0 ? line.after().length() : close + 2;
        return isRead(line, line.token(macro.start(), end).whole());
    }

    private static boolean isRead(CaretLine line, Span span) {
        return Trial.of(line.page(), span, SOME_MACRO).has(Macro.class);
    }
}
