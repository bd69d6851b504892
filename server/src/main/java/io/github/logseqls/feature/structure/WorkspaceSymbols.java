package io.github.logseqls.feature.structure;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonObject;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.FewBlocks;
import io.github.logseqls.feature.FoundBlock;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.search.Hit;
import io.github.logseqls.search.Query;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.search.Searchable;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolLocation;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Pages, under each of their names, and blocks of all graphs, found by words of their names and texts. */
public final class WorkspaceSymbols {

    /** The page of each block that is found has to be read. */
    private static final int MOST = 100;

    private static final int MOST_BLOCKS_LOOKED_UP = 20;
    private static final Comparator<Found> BEST_FIRST = Comparator.comparing(Found::hit, Hit.BEST_FIRST);

    private record Found(Snapshot snapshot, Hit hit) {}

    private WorkspaceSymbols() {}

    /** The pages and blocks that answer a query best, the better first; to an empty one the pages that changed last. */
    public static ImmutableList<WorkspaceSymbol> of(
            List<Searchable> graphs, String text, ClientAbilities client, CancelChecker cancel) {
        Query query = Query.of(text);
        return symbols(
                graphs,
                graph -> Stream.concat(
                                pages(graph, query, cancel).stream(), blocks(graph.index(), query, cancel).stream())
                        .toList(),
                client,
                cancel);
    }

    /** The pages alone. */
    public static ImmutableList<WorkspaceSymbol> pages(
            List<Searchable> graphs, String text, ClientAbilities client, CancelChecker cancel) {
        return symbols(graphs, graph -> pages(graph, Query.of(text), cancel), client, cancel);
    }

    /** The blocks alone. */
    public static ImmutableList<WorkspaceSymbol> blocks(
            List<Searchable> graphs, String text, ClientAbilities client, CancelChecker cancel) {
        return symbols(graphs, graph -> blocks(graph.index(), Query.of(text), cancel), client, cancel);
    }

    private static List<Hit> pages(Searchable graph, Query query, CancelChecker cancel) {
        return graph.index()
                .pages(query, MOST, name -> references(graph.snapshot().graph(), name), cancel::checkCanceled);
    }

    private static int references(Graph graph, PageName name) {
        return graph.links().files(new Symbol.PageUse(name)).size();
    }

    private static List<Hit> blocks(SearchIndex index, Query query, CancelChecker cancel) {
        return query.isEmpty() ? List.of() : index.blocks(query, MOST, cancel::checkCanceled);
    }

    private static ImmutableList<WorkspaceSymbol> symbols(
            List<Searchable> graphs,
            Function<Searchable, List<Hit>> search,
            ClientAbilities client,
            CancelChecker cancel) {
        IdentityHashMap<Snapshot, FewBlocks> blocks = new IdentityHashMap<>();
        return graphs.stream()
                .flatMap(graph -> search.apply(graph).stream().map(hit -> new Found(graph.snapshot(), hit)))
                .sorted(BEST_FIRST)
                .limit(MOST)
                .peek(found -> cancel.checkCanceled())
                .flatMap(found -> symbol(found, blocksOf(blocks, found.snapshot()), client).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** All symbols of a graph look up few blocks together. */
    private static FewBlocks blocksOf(IdentityHashMap<Snapshot, FewBlocks> blocks, Snapshot snapshot) {
        return blocks.computeIfAbsent(snapshot, key -> new FewBlocks(key, MOST_BLOCKS_LOOKED_UP));
    }

    private static Optional<WorkspaceSymbol> symbol(Found found, FewBlocks blocks, ClientAbilities client) {
        return found.hit() instanceof Hit.OfBlock block
                ? found.snapshot()
                        .page(block.path())
                        // What was read for the search may have got shorter since.
                        .filter(page -> block.block() < page.outline().size())
                        .map(page -> ofBlock(found.snapshot(), new BlockAt(page, block.block()), blocks, client))
                : found.hit() instanceof Hit.OfPage page ? ofPage(found.snapshot(), page) : Optional.empty();
    }

    private static Optional<WorkspaceSymbol> ofPage(Snapshot snapshot, Hit.OfPage hit) {
        return snapshot.graph().facts(hit.path()).map(facts -> {
            Either<Location, WorkspaceSymbolLocation> place =
                    Either.forLeft(new Location(snapshot.pages().uri(hit.path()), Ranges.START));
            return PageName.of(facts.title()).equals(hit.name())
                    ? new WorkspaceSymbol(facts.title(), SymbolKind.File, place)
                    : new WorkspaceSymbol(alias(snapshot, hit), SymbolKind.File, place, facts.title());
        });
    }

    /** An alias as its page spells it. */
    private static String alias(Snapshot snapshot, Hit.OfPage hit) {
        return snapshot.page(hit.path()).stream()
                .flatMap(page -> Mentions.of(page).stream())
                .filter(mention -> mention.form() == Mention.Form.ALIAS)
                .flatMap(mention -> mention.target() instanceof Target.OfPage page ? Stream.of(page) : Stream.of())
                .filter(page -> page.name().equals(hit.name()))
                .map(Target.OfPage::title)
                .findFirst()
                .orElse(hit.name().toString());
    }

    private static WorkspaceSymbol ofBlock(Snapshot snapshot, BlockAt block, FewBlocks blocks, ClientAbilities client) {
        WorkspaceSymbol symbol = new WorkspaceSymbol();
        symbol.setName(Places.name(block, blocks));
        symbol.setKind(SymbolKind.String);
        symbol.setContainerName(String.join(" › ", Places.breadcrumb(block, blocks)));
        String uri = snapshot.pages().uri(block.page().path());
        if (client.symbols().rangeLater()) {
            symbol.setLocation(Either.forRight(new WorkspaceSymbolLocation(uri)));
            symbol.setData(FoundBlock.of(block).json());
        } else {
            symbol.setLocation(Either.forLeft(new Location(uri, range(block, client))));
        }
        return symbol;
    }

    private static Range range(BlockAt block, ClientAbilities client) {
        return Ranges.of(block.outline().text(), block.outline().title(block.index()), client.encoding());
    }

    /** A symbol that was found before, with the place where its block stands now; without its block, the start of the page. */
    public static WorkspaceSymbol resolved(
            Snapshot snapshot, PagePath path, WorkspaceSymbol symbol, ClientAbilities client) {
        if (symbol.getData() instanceof JsonObject data && symbol.getLocation().isRight()) {
            Range range = snapshot.page(path)
                    .flatMap(page -> FoundBlock.of(data).flatMap(found -> found.in(page)))
                    .map(block -> range(block, client))
                    .orElse(Ranges.START);
            symbol.setLocation(
                    Either.forLeft(new Location(symbol.getLocation().getRight().getUri(), range)));
        }
        return symbol;
    }
}
