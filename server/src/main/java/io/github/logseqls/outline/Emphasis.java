package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.function.UnaryOperator;

/**
 * Text between marks of emphasis: there are links and references to pages in it, but none to blocks, and no tags (format.md 3.2
 * and 4.2). What it holds stands beside it.
 *
 * @param mark the mark as written: {@code *}, {@code __}, {@code ==} and so on
 * @param span all of it, in UTF-16 offsets from the start of the block
 * @param inside what stands between the marks, likewise
 */
public record Emphasis(String mark, Span span, Span inside) implements Inline {

    @Override
    public Emphasis moved(UnaryOperator<Span> to) {
        return new Emphasis(mark, to.apply(span), to.apply(inside));
    }
}
