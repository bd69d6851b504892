package io.github.logseqls.graph;

import io.github.logseqls.text.Span;

/**
 * What Git leaves in a file where it could not merge two versions of it: both of them, between lines of marks. All spans are
 * in UTF-16 offsets in the page; those of marks are without blanks and line end, those of versions are whole lines.
 *
 * @param opener the marks {@code <<<<<<<} and what stands behind them
 * @param ours the version that was here
 * @param base the version that both were made from, where it is given; else empty
 * @param theirs the version that came in
 * @param closer the marks {@code >>>>>>>} and what stands behind them
 */
public record MergeConflict(Span opener, Span ours, Span base, Span theirs, Span closer) {

    /** All of it, marks included. */
    public Span span() {
        return new Span(opener.start(), closer.end());
    }

    /** Whether what begins at {@code offset} is another version of what stands before it. */
    public boolean isOtherVersion(int offset) {
        return base.contains(offset) || theirs.contains(offset);
    }
}
