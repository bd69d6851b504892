package io.github.logseqls.completion;

import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.text.Span;
import java.util.Optional;

/** Two open parentheses, which a block is looked for behind. */
final class BlockMark {

    private static final String OPENER = "((";
    private static final BlockId SOME_ID =
            BlockId.parse("00000000-0000-4000-8000-0000000000ff").orElseThrow();

    private BlockMark() {}

    static Optional<Typed.Block> at(CaretLine line) {
        return OpenBrackets.in(line.before())
                .filter(open -> open.inner().mark().equals(OPENER))
                .flatMap(open -> isBehindLabel(line, open.inner().start()) ? labelled(line, open) : plain(line, open));
    }

    private static boolean isBehindLabel(CaretLine line, int start) {
        return hasThird(line, start) || start > 0 && line.before().charAt(start - 1) == ']';
    }

    /** Whether the parenthesis of the link itself stands there already. */
    private static boolean hasThird(CaretLine line, int start) {
        return start > 1 && line.before().startsWith("](", start - 2);
    }

    private static Optional<Typed.Block> labelled(CaretLine line, OpenBrackets.Innermost open) {
        int start = open.inner().start();
        int third = line.after().startsWith(")))") ? 1 : 0;
        Token token = line.token(hasThird(line, start) ? start - 1 : start, line.closer("))") + third);
        return isRead(line, token.whole(), "(((" + SOME_ID + ")))")
                ? Optional.of(new Typed.Block(token, open.typedIn(line), true))
                : Optional.empty();
    }

    private static Optional<Typed.Block> plain(CaretLine line, OpenBrackets.Innermost open) {
        Token token = line.token(open.inner().start(), line.closer("))"));
        // In a query Logseq sees no reference, and takes the block's id all the same.
        return isRead(line, token.whole(), "((" + SOME_ID + "))") || MacroMark.isIn(line, open, "{{query ")
                ? Optional.of(new Typed.Block(token, open.typedIn(line), false))
                : Optional.empty();
    }

    /** Whether it is one, and has no block read that was none: LaTeX whose name is so long may be LaTeX no more. */
    private static boolean isRead(CaretLine line, Span span, String text) {
        Trial trial = Trial.of(line.page(), span, text);
        boolean isSameSize =
                trial.page().outline().size() == line.page().outline().size();
        return isSameSize && trial.mentions(new Target.OfBlock(SOME_ID));
    }
}
