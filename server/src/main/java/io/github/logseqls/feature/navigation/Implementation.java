package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.Meaning;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Encoding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The blocks that refer to what stands under the caret, as {@link References} has it, each once; in plain text, those that refer
 * to the block itself.
 */
public final class Implementation {

    private Implementation() {}

    /**
     * The blocks with their children, of which the first reference is selected, file by file in load order; {@code offset} is in
     * the page.
     */
    public static Either<List<? extends Location>, List<? extends LocationLink>> at(
            Snapshot snapshot, Page page, int offset, ClientAbilities client, CancelChecker cancel) {
        ImmutableList<LocationLink> links = target(page, offset)
                .map(target -> links(snapshot, target, client.encoding(), cancel))
                .orElseGet(ImmutableList::of);
        return client.relations().implementations() ? Either.forRight(links) : LocationLinks.plain(links);
    }

    private static Optional<Target> target(Page page, int offset) {
        Optional<Target> named = Mentions.at(page, offset).map(Mention::target);
        return named.isPresent() ? named : idAt(page.outline(), offset).map(Target.OfBlock::new);
    }

    private static Optional<BlockId> idAt(Outline outline, int offset) {
        OptionalInt block = outline.blockAt(offset);
        return block.isPresent() ? outline.block(block.getAsInt()).id() : Optional.empty();
    }

    private static ImmutableList<LocationLink> links(
            Snapshot snapshot, Target target, Encoding encoding, CancelChecker cancel) {
        Meaning meaning = Meaning.of(snapshot.graph(), target);
        return ReferringBlock.all(snapshot, meaning, cancel)
                .map(referring -> LocationLinks.toBlock(
                        snapshot, referring.block(), referring.mentions().get(0).span(), encoding))
                .collect(ImmutableList.toImmutableList());
    }
}
