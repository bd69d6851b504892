package io.github.logseqls.graph;

import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Loss;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.Optional;

/** The ids in what Logseq loses of a page: those of blocks, and those in references to blocks. */
public final class LostIds {

    private LostIds() {}

    /** What a loss says of a block; empty for one that holds no id that would have counted. */
    public static Optional<Symbol> symbol(Outline outline, Loss loss) {
        Span span = loss.span();
        return switch (loss.what()) {
            case ID ->
                id(outline.text().slice(span).replaceFirst("^[^:]*:+", "")).map(Symbol.LostDefinition::new);
            case BLOCK_REF ->
                id(outline.text().slice(new Span(span.start() + 2, span.end() - 2)))
                        .map(Symbol.LostUse::new);
            case PROPERTY, BULLET, DIRECTIVE -> Optional.empty();
        };
    }

    private static Optional<BlockId> id(String written) {
        return BlockId.parse(Whitespace.ANY.trimFrom(written));
    }
}
