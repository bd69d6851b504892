package io.github.logseqls.feature.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logseqls.feature.CountedPages;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.feature.navigation.CallHierarchy;
import io.github.logseqls.feature.navigation.Linked;
import io.github.logseqls.feature.navigation.References;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PagesInMemory;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.junit.jupiter.api.Test;

/** What is on very many pages costs no more than what is on a few, and says that it was not looked at in full. */
class ManyPagesTest {

    private static final int PAGES = 2500;
    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
    private static final BlockId BLOCK = BlockId.parse(ID).orElseThrow();

    @Test
    void referencesAreCountedUpToABound() {
        Graph graph = graph(number -> "- ((%s)) [[x]]\n".formatted(ID)).graph();
        assertThat(BlockHover.referrers(graph, BLOCK, Markup.PLAIN))
                .startsWith("more than 2000 references to this block:")
                .endsWith("\n- … and many more pages");
        assertThat(Backlinks.ofPage(graph, PageName.of("x")).count("one", "many"))
                .isEqualTo("more than 2000 many");
        assertThat(Backlinks.countOfBlock(graph, BLOCK)).isEqualTo("200+ references");
    }

    @Test
    void valuesAreLookedForOnPagesThatAreSpreadEvenly() {
        Graph graph = graph(number -> "- a\n  status:: %s\n".formatted(number < PAGES / 2 ? "old" : "new"))
                .graph();
        assertThat(PropertyHover.of(graph, "status", Markup.PLAIN))
                .contains("Used on 2500 pages, with these values on every 17th of them:", "- old (74)", "- new (74)");
    }

    @Test
    void aPreviewReadsFewOtherPages() {
        Reading graph = graph(number -> number == 0 ? references() : "- b\n  id:: %s\n".formatted(id(number)));
        BlockHover.of(graph.snapshot(), BLOCK, Markup.PLAIN);
        assertThat(graph.read()).isLessThanOrEqualTo(32);
    }

    @Test
    void placesAreListedUpToABound() {
        Reading graph = graph(number -> "- ((%s))\n".formatted(ID));
        assertThat(Linked.toBlock(graph.graph(), BLOCK).places(graph.snapshot(), Encoding.UTF16, () -> {}))
                .hasSize(500);
    }

    @Test
    void callersAreToldUpToABoundAndHowManyMoreThereAre() {
        Reading graph = graph(number -> number == 0 ? "- a\n  id:: " + ID + "\n" : "- see ((%s))\n".formatted(ID));
        PagePath first = new PagePath("pages/p0000.md");
        Page page = graph.snapshot().page(first).orElseThrow();
        CallHierarchyItem item =
                CallHierarchy.prepare(graph.snapshot(), page, 2, Encoding.UTF16).get(0);
        List<CallHierarchyIncomingCall> calls =
                CallHierarchy.incoming(graph.snapshot(), first, item, Encoding.UTF16, () -> {});
        assertThat(calls).hasSize(500);
        assertThat(graph.read()).isLessThan(520);
        CallHierarchyItem last = calls.get(499).getFrom();
        assertThat(last.getName()).isEqualTo("… and %d pages that were not looked at".formatted(PAGES - 500));
        assertThat(CallHierarchy.incoming(graph.snapshot(), first, last, Encoding.UTF16, () -> {}))
                .isEmpty();
    }

    @Test
    void allReferencesAreFoundUnlessNobodyWantsThemAnyMore() {
        Reading graph = graph(number -> "- ((%s))\n".formatted(ID));
        Page page = graph.snapshot().page(new PagePath("pages/p0000.md")).orElseThrow();
        assertThat(References.at(graph.snapshot(), page, 5, false, Encoding.UTF16, () -> {}))
                .hasSize(PAGES);
        int before = graph.read();
        CancelChecker cancelled = () -> {
            if (graph.read() - before == 10) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> References.at(graph.snapshot(), page, 5, false, Encoding.UTF16, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    /** A block that refers to each of the others, with children that do so too. */
    private static String references() {
        StringBuilder page = new StringBuilder("- a\n  id:: " + ID + "\n");
        for (int number = 1; number < 400; number++) {
            page.append("\t- ((%s)) ((%s))\n".formatted(id(number), id(number + 400)));
        }
        return page.toString();
    }

    private static String id(int number) {
        return "5f0e0002-1c2d-4e3f-8a4b-%012d".formatted(number);
    }

    private interface Content {
        String of(int number);
    }

    private static Reading graph(Content content) {
        Map<PagePath, Outline> outlines = new HashMap<>();
        Map<PagePath, Optional<Facts>> facts = new HashMap<>();
        for (int number = 0; number < PAGES; number++) {
            PagePath path = new PagePath("pages/p%04d.md".formatted(number));
            Outline outline = Outline.parse(Text.of(content.of(number)), Syntax.MARKDOWN);
            outlines.put(path, outline);
            facts.put(path, Optional.of(Facts.of(path, outline, GraphConfig.NEW_GRAPH)));
        }
        Graph graph = Graph.empty(Graph.Extent.COMPLETE, GraphConfig.NEW_GRAPH).with(facts);
        return new Reading(graph, new CountedPages(new PagesInMemory(outlines), new AtomicInteger()));
    }

    /** A graph of which is counted how often a page of it is read. */
    private record Reading(Graph graph, CountedPages pages) {

        Snapshot snapshot() {
            return new Snapshot(graph, pages);
        }

        int read() {
            return pages.read().get();
        }
    }
}
