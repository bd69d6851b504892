package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Caret;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Encoding;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What a block stands under: its parent, or the start of the page for a block without one. On a reference, what it refers to,
 * as {@link Definition} says.
 */
public final class Declaration {

    private Declaration() {}

    /** The places, as links where the editor takes them; {@code offset} is in the page. */
    public static Either<List<? extends Location>, List<? extends LocationLink>> at(
            Snapshot snapshot, Page page, int offset, ClientAbilities client) {
        ImmutableList<LocationLink> links = isOnReference(page, offset)
                ? Definition.links(snapshot, page, offset, client.encoding())
                : above(snapshot, page, offset, client.encoding());
        return client.relations().declarations() ? Either.forRight(links) : LocationLinks.plain(links);
    }

    private static boolean isOnReference(Page page, int offset) {
        return Caret.at(page.outline(), offset) instanceof Caret.OnBlockRef
                || Mentions.at(page, offset)
                        .map(Mention::form)
                        .filter(form -> !form.defines() && form != Mention.Form.MARKER)
                        .isPresent();
    }

    private static ImmutableList<LocationLink> above(Snapshot snapshot, Page page, int offset, Encoding encoding) {
        Outline outline = page.outline();
        OptionalInt block = outline.blockAt(offset);
        if (block.isEmpty() || outline.block(block.getAsInt()).kind() == Block.Kind.PREAMBLE) {
            return ImmutableList.of();
        }
        OptionalInt parent = outline.parent(block.getAsInt());
        return ImmutableList.of(
                parent.isPresent()
                        ? LocationLinks.toBlock(snapshot, new BlockAt(page, parent.getAsInt()), encoding)
                        : LocationLinks.toFile(snapshot, page.path()));
    }
}
