package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.DataIds;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Caret;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Where what stands under the caret is defined. A block: from a reference in any form, or from an {@code id::} line to all blocks
 * that claim that id, the one first that Logseq keeps it for. A page: from a link, a tag, an alias, a date or the key of a
 * property to its files, or what refers to it where it has none. A file of the graph, and the block of a template.
 */
public final class Definition {

    private Definition() {}

    /** The places, as links with an origin where the editor takes them; {@code offset} is in the page. */
    public static Either<List<? extends Location>, List<? extends LocationLink>> at(
            Snapshot snapshot, Page page, int offset, ClientAbilities client) {
        ImmutableList<LocationLink> found = links(snapshot, page, offset, client.encoding());
        ImmutableList<LocationLink> links = found.isEmpty() ? toReferences(snapshot, page, offset, client) : found;
        return client.jumps().links() ? Either.forRight(links) : LocationLinks.plain(links);
    }

    /** The places as links with an origin. */
    static ImmutableList<LocationLink> links(Snapshot snapshot, Page page, int offset, Encoding encoding) {
        Caret caret = Caret.at(page.outline(), offset);
        return caret instanceof Caret.Elsewhere
                ? Mentions.at(page, offset)
                        .map(mention ->
                                PageLinks.of(snapshot, mention, origin(page, mention.span(), encoding), encoding))
                        .orElseGet(ImmutableList::of)
                : links(snapshot, page, caret, encoding);
    }

    /** The document that lists what refers to the page at {@code offset}, where the page has no file and the editor can show one. */
    private static ImmutableList<LocationLink> toReferences(
            Snapshot snapshot, Page page, int offset, ClientAbilities client) {
        return Mentions.at(page, offset)
                .filter(mention -> client.jumps().documents())
                .map(mention ->
                        PageLinks.toReferences(snapshot, mention, origin(page, mention.span(), client.encoding())))
                .orElseGet(ImmutableList::of);
    }

    private static ImmutableList<LocationLink> links(Snapshot snapshot, Page page, Caret caret, Encoding encoding) {
        if (caret instanceof Caret.OnBlockRef on) {
            return links(snapshot, on.ref().id(), origin(page, on.ref().span(), encoding), encoding);
        }
        if (caret instanceof Caret.OnId on) {
            Optional<BlockId> id = BlockId.parse(on.property().value());
            return links(snapshot, id, origin(page, on.span(), encoding), encoding);
        }
        return ImmutableList.of();
    }

    private static Range origin(Page page, Span span, Encoding encoding) {
        return Ranges.of(page.outline().text(), span, encoding);
    }

    private static ImmutableList<LocationLink> links(
            Snapshot snapshot, Optional<BlockId> id, Range origin, Encoding encoding) {
        if (id.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<LocationLink> links = ImmutableList.builder();
        for (BlockAt block : snapshot.blocks(id.get())) {
            LocationLink link = LocationLinks.toBlock(snapshot, block, encoding);
            link.setOriginSelectionRange(origin);
            links.add(link);
        }
        ImmutableList<LocationLink> found = links.build();
        return found.isEmpty() ? toData(snapshot, id.get(), origin, encoding) : found;
    }

    /** The places in whiteboards, for an id that no page defines. */
    private static ImmutableList<LocationLink> toData(Snapshot snapshot, BlockId id, Range origin, Encoding encoding) {
        ImmutableList.Builder<LocationLink> links = ImmutableList.builder();
        for (PagePath path : snapshot.graph().links().dataDefiners(id)) {
            Optional<Text> text = snapshot.pages().text(path);
            Optional<Span> span = text.map(t -> DataIds.in(t.string()).get(id));
            if (text.isPresent() && span.isPresent()) {
                Range range = Ranges.of(text.get(), span.get(), encoding);
                links.add(new LocationLink(snapshot.pages().uri(path), range, range, origin));
            }
        }
        return links.build();
    }
}
