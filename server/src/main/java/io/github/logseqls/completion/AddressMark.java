package io.github.logseqls.completion;

import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.Syntax;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a link: behind the label and a parenthesis, in Org in two brackets before it. */
final class AddressMark {

    private static final Pattern MARKDOWN = Pattern.compile("\\]\\(([^()\\s]*)$");
    private static final Pattern MARKDOWN_BEHIND = Pattern.compile("[^()\\s]*\\)?");
    private static final Pattern ORG = Pattern.compile("(file:|(?=[./]*assets/|\\.\\.?/))([^\\[\\]]*)");
    private static final Pattern ORG_BEHIND = Pattern.compile("(?:[^\\[\\]]*(?=\\]))?(?:\\]\\])?");
    private static final String OPENER = "[[";
    private static final String CLOSER = "]]";
    private static final String SOME_NAME = "some-name";
    private static final String SOME_FILE = "../assets/x.png";

    private AddressMark() {}

    static Optional<Typed.Address> at(CaretLine line) {
        return line.page().outline().syntax() == Syntax.ORG ? org(line) : markdown(line);
    }

    private static Optional<Typed.Address> markdown(CaretLine line) {
        return line.find(MARKDOWN)
                .map(found -> new Typed.Address(
                        line.token(found.start(1), line.behind(MARKDOWN_BEHIND)), found.group(1), "", ")"))
                .filter(typed -> isRead(line, typed.token(), SOME_FILE + ")"));
    }

    /** Whether what stands in two brackets is no page, but an address. */
    static boolean isBegun(CaretLine line, OpenBrackets.Innermost open) {
        return line.page().outline().syntax() == Syntax.ORG
                && ORG.matcher(open.typedIn(line)).matches();
    }

    private static Optional<Typed.Address> org(CaretLine line) {
        return OpenBrackets.in(line.before())
                .filter(open -> open.inner().mark().equals(OPENER))
                .flatMap(open -> org(line, open))
                .filter(typed -> isReadInOrg(line, typed));
    }

    private static Optional<Typed.Address> org(CaretLine line, OpenBrackets.Innermost open) {
        int behind = line.behind(ORG_BEHIND);
        String closer = line.after().startsWith("][", behind) ? "" : CLOSER;
        Token token = line.token(open.inner().start() + OPENER.length(), behind);
        return Optional.of(ORG.matcher(open.typedIn(line)))
                .filter(Matcher::matches)
                .map(typed -> new Typed.Address(token, typed.group(2), typed.group(1), closer));
    }

    /** Without a scheme the app shows the file where it would otherwise name a page. */
    private static boolean isReadInOrg(CaretLine line, Typed.Address typed) {
        return typed.scheme().isEmpty()
                ? Trial.of(line.page(), typed.token().whole(), SOME_NAME + typed.closer())
                        .names(SOME_NAME)
                : isRead(line, typed.token(), typed.scheme() + SOME_FILE + typed.closer());
    }

    private static boolean isRead(CaretLine line, Token token, String text) {
        return Trial.of(line.page(), token.whole(), text)
                .inlines(Link.class)
                .anyMatch(link -> link.target().endsWith(SOME_FILE));
    }
}
