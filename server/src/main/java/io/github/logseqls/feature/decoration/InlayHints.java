package io.github.logseqls.feature.decoration;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.BlocksIn;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.feature.Preferences;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.feature.reading.Backlinks;
import io.github.logseqls.feature.reading.BlockHover;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.TellingLine;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What is shown in the midst of the text: beside a reference to a block and beside an embed the block's first line, which
 * leads to it, and behind an {@code id::} line how often the block is referred to. A reference with a label says what it means,
 * and a broken one is what diagnostics are for.
 */
public final class InlayHints {

    private static final int LONGEST = 40;
    /** So many blocks are looked for at most, whatever range an editor asks for. */
    private static final int MOST_HINTS = 500;

    private final Snapshot snapshot;
    private final Page page;
    private final Span range;
    private final Preferences.Hints wanted;
    private final ClientAbilities client;
    private final ImmutableList.Builder<InlayHint> hints = ImmutableList.builder();
    private int left = MOST_HINTS;

    private InlayHints(Snapshot snapshot, Page page, Span range, Preferences.Hints wanted, ClientAbilities client) {
        this.snapshot = snapshot;
        this.page = page;
        this.range = range;
        this.wanted = wanted;
        this.client = client;
    }

    /**
     * The hints in a part of a page.
     *
     * @param range the part: UTF-16 offsets in the page
     * @param uri the address of the page as the editor spells it, by which a tooltip can be asked for later
     * @param cancel asked before each block
     */
    public static ImmutableList<InlayHint> in(
            Snapshot snapshot,
            Page page,
            Span range,
            String uri,
            Preferences.Hints wanted,
            ClientAbilities client,
            CancelChecker cancel) {
        InlayHints hints = new InlayHints(snapshot, page, range, wanted, client);
        for (int block : BlocksIn.range(page.outline(), range)) {
            cancel.checkCanceled();
            hints.addReferences(block, uri);
            hints.addCount(block);
        }
        return hints.hints.build();
    }

    /** What a hint whose tooltip was left out is about; empty for one that needs none. */
    public static Optional<Unresolved> unresolved(InlayHint hint) {
        return Unresolved.of(hint.getData());
    }

    /** A hint with its tooltip: the block and its children. */
    public static InlayHint withTooltip(InlayHint hint, Snapshot snapshot, Unresolved about, ClientAbilities client) {
        Optional<BlockAt> block = about.block().flatMap(snapshot::block);
        if (block.isPresent() && hint.getLabel().isRight()) {
            hint.getLabel().getRight().forEach(part -> part.setTooltip(tooltip(snapshot, block.get(), client)));
        }
        return hint;
    }

    private void addReferences(int block, String uri) {
        for (BlockRef ref : page.outline().blockRefs(block)) {
            boolean wantedForm = ref.form() == BlockRef.Form.PLAIN && wanted.references()
                    || ref.form() == BlockRef.Form.EMBED && wanted.embeds();
            if (wantedForm && range.touches(ref.span().end()) && ref.id().isPresent() && left > 0) {
                left--;
                snapshot.block(ref.id().get())
                        .ifPresent(target -> add(ref, ref.id().get(), target, uri));
            }
        }
    }

    private void add(BlockRef ref, BlockId id, BlockAt target, String uri) {
        String line =
                TellingLine.of(target, snapshot::block).map(TellingLine::text).orElse("");
        if (line.isEmpty()) {
            return;
        }
        InlayHintLabelPart part = new InlayHintLabelPart(Places.shorten(line, LONGEST));
        part.setLocation(new Location(
                snapshot.pages().uri(target.page().path()),
                Ranges.of(target.outline().text(), target.outline().title(target.index()), client.encoding())));
        InlayHint hint = hint(ref.span().end(), Either.forRight(ImmutableList.of(part)));
        if (client.hints().tooltipLater()) {
            hint.setData(new Unresolved(uri, Optional.of(id)).json());
        } else {
            part.setTooltip(tooltip(snapshot, target, client));
        }
        hints.add(hint);
    }

    private void addCount(int block) {
        page.outline().block(block).property("id").ifPresent(property -> {
            Optional<BlockId> id = BlockId.parse(property.value());
            int end = page.outline().inPage(block, property.valueSpan()).end();
            boolean isWanted = wanted.counts() && range.touches(end);
            id.filter(known -> isWanted && Backlinks.existToBlock(snapshot.graph(), known))
                    .ifPresent(known ->
                            hints.add(hint(end, Either.forLeft(Backlinks.countOfBlock(snapshot.graph(), known)))));
        });
    }

    private InlayHint hint(int offset, Either<String, List<InlayHintLabelPart>> label) {
        Span at = new Span(offset, offset);
        InlayHint hint = new InlayHint(
                Ranges.of(page.outline().text(), at, client.encoding()).getStart(), label);
        hint.setPaddingLeft(true);
        return hint;
    }

    private static Either<String, MarkupContent> tooltip(Snapshot snapshot, BlockAt block, ClientAbilities client) {
        Markup markup = Markup.of(client);
        return Either.forRight(markup.message(BlockHover.of(snapshot, block, markup)));
    }
}
