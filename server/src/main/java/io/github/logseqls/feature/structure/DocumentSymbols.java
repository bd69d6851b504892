package io.github.logseqls.feature.structure;

import io.github.logseqls.feature.BlockSummary;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.FewBlocks;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The blocks of a page as symbols: as a tree, or as a list for editors that know no trees. */
public final class DocumentSymbols {

    private static final int MOST_BLOCKS_LOOKED_UP = 100;

    private final Snapshot snapshot;
    private final Page page;
    private final ClientAbilities client;
    private final FewBlocks blocks;
    /** The symbols around the next one, outermost first. */
    private final Deque<Open> open = new ArrayDeque<>();

    private final List<Either<SymbolInformation, DocumentSymbol>> symbols = new ArrayList<>();

    private DocumentSymbols(Snapshot snapshot, Page page, ClientAbilities client) {
        this.snapshot = snapshot;
        this.page = page;
        this.client = client;
        this.blocks = new FewBlocks(snapshot, MOST_BLOCKS_LOOKED_UP);
    }

    /** The symbols in the order of the page. A page of very many blocks, or very deep ones, is shown without the deepest. */
    public static List<Either<SymbolInformation, DocumentSymbol>> of(
            Snapshot snapshot, Page page, ClientAbilities client) {
        DocumentSymbols found = new DocumentSymbols(snapshot, page, client);
        ShallowBlocks.of(page.outline()).forEach(found::add);
        return found.symbols;
    }

    /** A symbol that may hold those that come next. */
    private record Open(int level, String name, List<DocumentSymbol> children) {}

    private void add(int index) {
        Outline outline = page.outline();
        int level = outline.level(index);
        while (!open.isEmpty() && open.getLast().level() >= level) {
            open.removeLast();
        }
        BlockSummary.of(new BlockAt(page, index), blocks).ifPresent(block -> {
            List<DocumentSymbol> children = new ArrayList<>(0);
            if (client.symbols().nested()) {
                addNested(index, block, children);
            } else {
                addFlat(index, block);
            }
            open.addLast(new Open(level, block.name(), children));
        });
    }

    private void addNested(int index, BlockSummary block, List<DocumentSymbol> children) {
        Span all = page.outline().subtree(index);
        DocumentSymbol symbol =
                new DocumentSymbol(block.name(), block.kind(), range(all), range(inside(all, block.line())));
        if (!block.detail().isEmpty()) {
            symbol.setDetail(block.detail());
        }
        symbol.setChildren(children);
        if (open.isEmpty()) {
            symbols.add(Either.forRight(symbol));
        } else {
            open.getLast().children().add(symbol);
        }
    }

    @SuppressWarnings("deprecation") // What editors without trees take.
    private void addFlat(int index, BlockSummary block) {
        Location place = new Location(
                snapshot.pages().uri(page.path()), range(page.outline().subtree(index)));
        SymbolInformation symbol = new SymbolInformation(block.name(), block.kind(), place);
        if (!open.isEmpty()) {
            symbol.setContainerName(open.getLast().name());
        }
        symbols.add(Either.forLeft(symbol));
    }

    /** What of a line lies inside its block: the blanks behind the bullet of an empty one do not, and editors insist on it. */
    private static Span inside(Span block, Span line) {
        return new Span(Math.min(line.start(), block.end()), Math.min(line.end(), block.end()));
    }

    private Range range(Span span) {
        return Ranges.of(page.outline().text(), span, client.encoding());
    }
}
