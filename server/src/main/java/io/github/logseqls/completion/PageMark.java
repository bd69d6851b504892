package io.github.logseqls.completion;

import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.outline.Syntax;
import java.util.Optional;

/** Two open brackets, which a page is looked for behind; with a hash before them, a tag. */
final class PageMark {

    private static final String OPENER = "[[";
    private static final String BEFORE_LABEL = "][";

    private PageMark() {}

    static Optional<? extends Typed> at(CaretLine line) {
        return OpenBrackets.in(line.before())
                .filter(open -> open.inner().mark().equals(OPENER))
                .filter(open -> !AddressMark.isBegun(line, open))
                .flatMap(open -> isTag(line, open.inner().start()) ? tag(line, open) : page(line, open));
    }

    private static boolean isTag(CaretLine line, int start) {
        return start > 0 && line.before().charAt(start - 1) == '#';
    }

    private static Optional<Typed> tag(CaretLine line, OpenBrackets.Innermost open) {
        Token token = line.token(open.inner().start() - 1, line.closer("]]"));
        return Trial.isTag(line.page(), token.whole())
                ? Optional.of(new Typed.Tag(token, open.typedIn(line)))
                : Optional.empty();
    }

    /** In arguments of macros, queries above all, names of pages are as good as elsewhere. */
    private static Optional<Typed> page(CaretLine line, OpenBrackets.Innermost open) {
        boolean isLabelled = line.page().outline().syntax() == Syntax.ORG && line.closer(BEFORE_LABEL) > 0;
        Token token = line.token(open.inner().start(), line.closer(isLabelled ? BEFORE_LABEL : "]]"));
        return Trial.isPageRef(line.page(), token.whole()) || MacroMark.isIn(line, open, "{{")
                ? Optional.of(new Typed.Page(token, open.typedIn(line), isLabelled))
                : Optional.empty();
    }
}
