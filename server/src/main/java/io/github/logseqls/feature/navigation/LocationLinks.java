package io.github.logseqls.feature.navigation;

import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The places that a caret leads to, all of what is there and what of it is to be selected. */
final class LocationLinks {

    private LocationLinks() {}

    /** To a block with its children, whose first line is selected. */
    static LocationLink toBlock(Snapshot snapshot, BlockAt block, Encoding encoding) {
        return toBlock(snapshot, block, block.outline().title(block.index()), encoding);
    }

    /** To a block with its children, of which {@code selection} is selected; it is in the page. */
    static LocationLink toBlock(Snapshot snapshot, BlockAt block, Span selection, Encoding encoding) {
        Outline outline = block.outline();
        return new LocationLink(
                snapshot.pages().uri(block.page().path()),
                Ranges.of(outline.text(), outline.subtree(block.index()), encoding),
                Ranges.of(outline.text(), selection, encoding));
    }

    /** To the start of a file. */
    static LocationLink toFile(Snapshot snapshot, PagePath file) {
        return new LocationLink(snapshot.pages().uri(file), Ranges.START, Ranges.START);
    }

    /** The same places as an editor gets them that takes none but plain ones. */
    static Either<List<? extends Location>, List<? extends LocationLink>> plain(List<LocationLink> links) {
        return Either.forLeft(links.stream()
                .map(link -> new Location(link.getTargetUri(), link.getTargetSelectionRange()))
                .toList());
    }
}
