package io.github.logseqls.feature.decoration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.feature.BlocksIn;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.TellingLine;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * What an editor needs to show a page as Logseq does: the text in place of each reference to a block, and the lines of
 * bookkeeping that Logseq hides.
 *
 * @param references the references without a label, in the order of the blocks
 * @param bookkeeping the lines that hold an {@code id::} or {@code collapsed::} and nothing else, without their line ends
 */
public record Displays(List<Reference> references, List<Range> bookkeeping) {

    /** What is told of a page that is not open. */
    public static final Displays NONE = new Displays(ImmutableList.of(), ImmutableList.of());

    private static final int LONGEST = 120;
    private static final int MOST_REFERENCES = 500;
    private static final ImmutableSet<String> KEYS = ImmutableSet.of("id", "collapsed");

    /**
     * A reference to a block.
     *
     * @param range all of it
     * @param text the first line of the block; empty where it is broken
     * @param broken whether there is no such block
     */
    public record Reference(Range range, String text, boolean broken) {}

    /** What is in a part of a page; {@code range} is in the page, and {@code cancel} is asked before each block. */
    public static Displays in(Snapshot snapshot, Page page, Span range, Encoding encoding, CancelChecker cancel) {
        ImmutableList.Builder<Reference> references = ImmutableList.builder();
        ImmutableList.Builder<Range> bookkeeping = ImmutableList.builder();
        int left = MOST_REFERENCES;
        for (int block : BlocksIn.range(page.outline(), range)) {
            cancel.checkCanceled();
            for (BlockRef ref : page.outline().blockRefs(block)) {
                if (ref.form() == BlockRef.Form.PLAIN
                        && range.touches(ref.span().end())
                        && left > 0) {
                    left--;
                    reference(snapshot, page, ref, encoding).ifPresent(references::add);
                }
            }
            for (Property property : page.outline().block(block).properties()) {
                Span key = page.outline().inPage(block, property.keySpan());
                if (KEYS.contains(property.key().name()) && range.touches(key.start())) {
                    line(page.outline().text(), key, encoding).ifPresent(bookkeeping::add);
                }
            }
        }
        return new Displays(references.build(), bookkeeping.build());
    }

    /** Nothing for a reference of which it is not known yet what it leads to, and for one to what has no text. */
    private static Optional<Reference> reference(Snapshot snapshot, Page page, BlockRef ref, Encoding encoding) {
        if (ref.id().isEmpty()) {
            return Optional.empty();
        }
        Range range = Ranges.of(page.outline().text(), ref.span(), encoding);
        Optional<BlockAt> target = snapshot.block(ref.id().get());
        if (target.isPresent()) {
            String line = TellingLine.of(target.get(), snapshot::block)
                    .map(TellingLine::text)
                    .orElse("");
            String text = Places.shorten(line, LONGEST);
            return text.isEmpty() ? Optional.empty() : Optional.of(new Reference(range, text, false));
        }
        boolean broken = snapshot.graph().isComplete()
                && !snapshot.graph().links().isDefined(ref.id().get());
        return broken ? Optional.of(new Reference(range, "", true)) : Optional.empty();
    }

    /** The line of a property; empty where a bullet stands before it. */
    private static Optional<Range> line(Text text, Span key, Encoding encoding) {
        Span line = text.line(text.lineOf(key.start()));
        String before = text.slice(new Span(line.start(), key.start())).strip();
        return before.isEmpty() || before.equals(":") ? Optional.of(Ranges.of(text, line, encoding)) : Optional.empty();
    }
}
