package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Caret;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The pages that say what something is: for a block that is referred to, the page it stands in; for a page, those in its
 * {@code tags::}; for a task marker and for a property, the page of that name.
 */
public final class TypeDefinition {

    private TypeDefinition() {}

    /** The starts of the pages, as links where the editor takes them; {@code offset} is in the page. */
    public static Either<List<? extends Location>, List<? extends LocationLink>> at(
            Snapshot snapshot, Page page, int offset, ClientAbilities client) {
        ImmutableList<LocationLink> links = files(snapshot, page, offset)
                .distinct()
                .map(file -> LocationLinks.toFile(snapshot, file))
                .collect(ImmutableList.toImmutableList());
        return client.relations().typeDefinitions() ? Either.forRight(links) : LocationLinks.plain(links);
    }

    private static Stream<PagePath> files(Snapshot snapshot, Page page, int offset) {
        Caret caret = Caret.at(page.outline(), offset);
        if (caret instanceof Caret.OnBlockRef on) {
            return on.ref().id().stream().flatMap(id -> files(snapshot, id));
        }
        if (caret instanceof Caret.OnId on) {
            return BlockId.parse(on.property().value()).stream().flatMap(id -> files(snapshot, id));
        }
        Graph graph = snapshot.graph();
        Optional<Target> target = Mentions.at(page, offset).map(Mention::target);
        if (target.isPresent() && target.get() instanceof Target.OfPage named) {
            return tagged(snapshot, graph.pages().sources(named.name()));
        }
        if (target.isPresent() && target.get() instanceof Target.OfFile file) {
            return tagged(snapshot, List.of(file.path()));
        }
        if (target.isPresent() && target.get() instanceof Target.OfMarker marker) {
            return graph.pages().sources(PageName.of(marker.marker())).stream();
        }
        return propertyAt(page.outline(), offset).stream()
                .flatMap(property ->
                        graph.pages().sources(PageName.of(property.key().name())).stream());
    }

    private static Stream<PagePath> files(Snapshot snapshot, BlockId id) {
        List<BlockAt> blocks = snapshot.blocks(id);
        return blocks.isEmpty()
                ? snapshot.graph().links().dataDefiners(id).stream()
                : blocks.stream().map(block -> block.page().path());
    }

    /** The files of the pages that the pages in some files are tagged with. */
    private static Stream<PagePath> tagged(Snapshot snapshot, List<PagePath> files) {
        return files.stream()
                .flatMap(file -> snapshot.page(file).stream())
                .flatMap(page -> page.tags().stream())
                .flatMap(tag -> snapshot.graph().pages().sources(PageName.of(tag)).stream());
    }

    private static Optional<Property> propertyAt(Outline outline, int offset) {
        OptionalInt block = outline.blockAt(offset);
        return block.isEmpty()
                ? Optional.empty()
                : outline.block(block.getAsInt()).properties().stream()
                        .filter(property -> outline.inPage(block.getAsInt(), whole(property))
                                .touches(offset))
                        .findFirst();
    }

    private static Span whole(Property property) {
        return new Span(property.keySpan().start(), property.valueSpan().end());
    }
}
