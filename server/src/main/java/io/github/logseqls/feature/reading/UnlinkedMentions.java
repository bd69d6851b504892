package io.github.logseqls.feature.reading;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.feature.reading.LinkedReferences.ReferringPage;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.search.Hit;
import io.github.logseqls.search.PlainMentions;
import io.github.logseqls.search.Query;
import io.github.logseqls.search.Searchable;
import io.github.logseqls.text.Encoding;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/** The blocks that name a page by its title or an alias, as whole words, in text where Logseq sees no reference to anything. */
final class UnlinkedMentions {

    private static final int MOST_BLOCKS = 1000;

    private UnlinkedMentions() {}

    /** The blocks by the pages they stand on, in load order; {@code cancel} is asked before each block is read. */
    static ImmutableList<ReferringPage> of(Searchable graph, String title, Encoding encoding, CancelChecker cancel) {
        Snapshot snapshot = graph.snapshot();
        PageName named = PageName.of(title);
        ImmutableSet<PagePath> own =
                ImmutableSet.copyOf(snapshot.graph().pages().sources(named));
        Map<PagePath, TreeSet<Integer>> found = new TreeMap<>();
        for (PageName name : snapshot.graph().pages().all(named)) {
            Pattern pattern =
                    Pattern.compile(Pattern.quote(name.toString()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            for (Hit hit : graph.index().blocks(Query.of(name.toString()), MOST_BLOCKS, cancel::checkCanceled)) {
                cancel.checkCanceled();
                if (hit instanceof Hit.OfBlock block
                        && !own.contains(block.path())
                        && names(snapshot, block, pattern)) {
                    found.computeIfAbsent(block.path(), path -> new TreeSet<>()).add(block.block());
                }
            }
        }
        return found.entrySet().stream()
                .flatMap(entry -> snapshot.page(entry.getKey()).stream()
                        .map(page ->
                                LinkedReferences.referring(snapshot, page, blocks(page, entry.getValue()), encoding)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Those that the page still has. */
    private static Stream<BlockAt> blocks(Page page, Set<Integer> found) {
        return found.stream().filter(index -> index < page.outline().size()).map(index -> new BlockAt(page, index));
    }

    private static boolean names(Snapshot snapshot, Hit.OfBlock hit, Pattern name) {
        return snapshot.page(hit.path())
                .filter(page -> hit.block() < page.outline().size())
                .filter(page ->
                        !PlainMentions.in(page.outline(), hit.block(), name).isEmpty())
                .isPresent();
    }
}
