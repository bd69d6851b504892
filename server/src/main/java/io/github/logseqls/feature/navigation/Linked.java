package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.text.Encoding;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * What Logseq lists as references to a block or a page. Of a page those are also the references to pages below it in its
 * namespace, and the properties with its name for a key.
 *
 * @param files where they may be, in load order file by file
 * @param isOne whether a place is one of them
 */
public record Linked(ImmutableList<PagePath> files, Predicate<Mention> isOne) {

    /** So many pages are read at most for a list that people look through. */
    private static final int MOST_FILES = 500;

    public static Linked toBlock(Graph graph, BlockId id) {
        Target block = new Target.OfBlock(id);
        return of(
                graph,
                ImmutableList.of(new Symbol.BlockUse(id)),
                ImmutableSet.of(),
                mention -> mention.target().equals(block));
    }

    /** The references to a page by any of its names, but for those that it makes itself. */
    public static Linked toPage(Graph graph, PageName page) {
        ImmutableSet<PageName> names = graph.pages().all(page);
        ImmutableSet<PagePath> own = ImmutableSet.copyOf(graph.pages().sources(page));
        return of(
                graph,
                Iterables.transform(names, Symbol.PageUse::new),
                own,
                mention -> names(mention, graph).stream().anyMatch(names::contains));
    }

    /** The places in the order of the files; {@code cancel} is asked before each of them. */
    public ImmutableList<Location> places(Snapshot snapshot, Encoding encoding, CancelChecker cancel) {
        return References.places(snapshot, files, this::mentions, encoding, cancel);
    }

    /** The places in one page, in the order of the text. */
    public List<Mention> mentions(Page page) {
        return References.mentions(page, isOne.and(Linked::refers));
    }

    /** An alias below the page in its namespace refers to the page too. */
    private static boolean refers(Mention mention) {
        return !mention.form().defines() || mention.form() == Mention.Form.ALIAS;
    }

    private static Linked of(
            Graph graph, Iterable<? extends Symbol> uses, Set<PagePath> without, Predicate<Mention> isOne) {
        ImmutableSortedSet.Builder<PagePath> files = ImmutableSortedSet.naturalOrder();
        uses.forEach(use -> files.addAll(Iterables.limit(graph.links().files(use), MOST_FILES)));
        return new Linked(
                files.build().stream()
                        .filter(path -> !without.contains(path))
                        .limit(MOST_FILES)
                        .collect(ImmutableList.toImmutableList()),
                isOne);
    }

    /** The pages that a place refers to. */
    private static ImmutableList<PageName> names(Mention mention, Graph graph) {
        if (mention.target() instanceof Target.OfKey key) {
            PropertyKey property = new PropertyKey(key.key());
            boolean page = graph.config().isPropertyPage(property.page()) && !property.isBuiltIn();
            return page ? ImmutableList.of(PageName.of(property.page())) : ImmutableList.of();
        }
        if (!(mention.target() instanceof Target.OfPage page)) {
            return ImmutableList.of();
        }
        return ImmutableList.<PageName>builder()
                .add(page.name())
                .addAll(Iterables.transform(PageName.parents(page.title()), PageName::of))
                .build();
    }
}
