package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Meaning;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * A block that refers to something.
 *
 * @param mentions the places in the block's own text that do, in order, one at least
 */
public record ReferringBlock(BlockAt block, ImmutableList<Mention> mentions) {

    /** The blocks of a graph that refer to what is meant, file by file in load order. */
    static Stream<ReferringBlock> all(Snapshot snapshot, Meaning meaning, CancelChecker cancel) {
        return in(snapshot, meaning.files(snapshot.graph()), meaning, cancel);
    }

    /** Those in some files, in their order. Each file is read when it is its turn, so that no more than one page is held. */
    static Stream<ReferringBlock> in(
            Snapshot snapshot, Collection<PagePath> files, Meaning meaning, CancelChecker cancel) {
        return files.stream()
                .peek(path -> cancel.checkCanceled())
                .flatMap(path -> snapshot.page(path).stream())
                .flatMap(page -> in(page, meaning).stream());
    }

    private static ImmutableList<ReferringBlock> in(Page page, Meaning meaning) {
        return of(
                page,
                References.mentions(page, meaning).stream()
                        .filter(mention -> !mention.form().defines())
                        .toList());
    }

    /** The blocks of a page in which some places are. */
    public static ImmutableList<ReferringBlock> of(Page page, List<Mention> places) {
        ImmutableListMultimap<Integer, Mention> mentions = places.stream()
                .collect(ImmutableListMultimap.toImmutableListMultimap(
                        mention ->
                                page.outline().blockAt(mention.span().start()).orElseThrow(),
                        mention -> mention));
        return Multimaps.asMap(mentions).entrySet().stream()
                .map(block ->
                        new ReferringBlock(new BlockAt(page, block.getKey()), ImmutableList.copyOf(block.getValue())))
                .collect(ImmutableList.toImmutableList());
    }
}
