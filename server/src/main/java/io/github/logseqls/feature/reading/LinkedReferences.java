package io.github.logseqls.feature.reading;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.FewBlocks;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.feature.navigation.Linked;
import io.github.logseqls.feature.navigation.ReferringBlock;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * The blocks that refer to a page, by the pages they stand on: journals first, the latest of them first of all, as in the app.
 *
 * @param title the page, as it is spelt
 * @param more how many references on other pages are left out
 * @param partial whether there are still more, on pages that were not looked at
 */
public record LinkedReferences(String title, ImmutableList<ReferringPage> pages, int more, boolean partial) {

    private static final int MOST_BLOCKS = 1000;
    private static final int MOST_BLOCKS_LOOKED_UP = 10;

    /** A page with blocks that refer to another page. */
    public record ReferringPage(String title, String uri, ImmutableList<Reference> references) {}

    /**
     * A block that refers to a page.
     *
     * @param text its first line as people read it
     * @param breadcrumb the blocks around it, outermost first
     * @param location where its first line stands
     */
    public record Reference(String text, ImmutableList<String> breadcrumb, Location location) {}

    /** What refers to the page of this title, whether it has a file or not; {@code cancel} is asked before each page is read. */
    public static LinkedReferences to(Snapshot snapshot, String title, Encoding encoding, CancelChecker cancel) {
        PageName name = PageName.of(title);
        Linked linked = Linked.toPage(snapshot.graph(), name);
        List<ReferringPage> pages = new ArrayList<>();
        int blocks = 0;
        Set<PagePath> looked = new HashSet<>(snapshot.graph().pages().sources(name));
        for (PagePath path : latestJournalFirst(snapshot.graph(), linked.files())) {
            cancel.checkCanceled();
            if (blocks >= MOST_BLOCKS) {
                break;
            }
            looked.add(path);
            Optional<ReferringPage> page = snapshot.page(path).map(read -> referring(snapshot, read, linked, encoding));
            blocks += page.map(found -> found.references().size()).orElse(0);
            page.filter(found -> !found.references().isEmpty()).ifPresent(pages::add);
        }
        Backlinks others = Backlinks.ofPageOutside(snapshot.graph(), name, looked);
        return new LinkedReferences(
                title, ImmutableList.copyOf(pages), others.pages().size(), others.partial());
    }

    private static List<PagePath> latestJournalFirst(Graph graph, List<PagePath> files) {
        return files.stream()
                .sorted(Comparator.comparing((PagePath path) -> day(graph, path), Comparator.reverseOrder()))
                .toList();
    }

    /** The day that a journal is of; the first of all days for another page. */
    private static LocalDate day(Graph graph, PagePath path) {
        return graph.facts(path)
                .flatMap(facts -> graph.config().journals().parse(facts.title()))
                .map(JournalDay::date)
                .orElse(LocalDate.MIN);
    }

    private static ReferringPage referring(Snapshot snapshot, Page page, Linked linked, Encoding encoding) {
        return referring(
                snapshot,
                page,
                ReferringBlock.of(page, linked.mentions(page)).stream().map(ReferringBlock::block),
                encoding);
    }

    /** A page with those of its blocks that refer to another page. */
    static ReferringPage referring(Snapshot snapshot, Page page, Stream<BlockAt> blocks, Encoding encoding) {
        String uri = snapshot.pages().uri(page.path());
        return new ReferringPage(
                page.title(),
                uri,
                blocks.map(block -> reference(snapshot, block, uri, encoding))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static Reference reference(Snapshot snapshot, BlockAt block, String uri, Encoding encoding) {
        FewBlocks blocks = new FewBlocks(snapshot, MOST_BLOCKS_LOOKED_UP);
        ImmutableList<String> way = Places.breadcrumb(block, blocks);
        return new Reference(
                Places.name(block, blocks),
                way.subList(1, way.size()),
                new Location(
                        uri, Ranges.of(block.outline().text(), block.outline().title(block.index()), encoding)));
    }
}
