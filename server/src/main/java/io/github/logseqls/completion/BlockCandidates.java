package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.search.Hit;
import io.github.logseqls.search.Query;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The blocks that a reference may lead to, found by their texts; each has an id or gets one with it. */
final class BlockCandidates {

    /** The page of each has to be read. */
    private static final int MOST = 50;

    private static final int MOST_OF_PAGE = 20;
    private static final int MOST_LOOKED_UP = 20;
    /** So many blocks of a page are looked through where it has not been made ready for that. */
    private static final int MOST_LOOKED_THROUGH = 5000;

    private final Writing writing;
    private final Graph graph;
    private final Query query;
    private final Map<BlockId, Optional<BlockAt>> known = new HashMap<>();

    private BlockCandidates(Writing writing, Query query) {
        this.writing = writing;
        this.graph = writing.graph();
        this.query = query;
    }

    static ImmutableList<Candidate> of(Writing writing, Typed.Block typed) {
        return new BlockCandidates(writing, Query.of(typed.query())).all(typed.isLabelled());
    }

    private record Found(BlockAt block, long match) {}

    private ImmutableList<Candidate> all(boolean isLabelled) {
        return found().stream()
                .sorted(Comparator.comparingLong(Found::match)
                        .thenComparingInt(found -> references(found.block()))
                        .reversed())
                .flatMap(found -> candidate(found.block(), isLabelled).stream())
                .limit(MOST)
                .collect(ImmutableList.toImmutableList());
    }

    /** How often a block is referred to, by its magnitude. */
    private int references(BlockAt block) {
        int references =
                block.block().id().map(id -> graph.links().referrers(id).size()).orElse(0);
        return Integer.SIZE - Integer.numberOfLeadingZeros(references);
    }

    private List<Found> found() {
        Set<Hit> hits = new LinkedHashSet<>(
                writing.index().blocks(query, MOST, Near.to(writing.page(), graph), writing.checkWanted()));
        writing.index().blocks(writing.page().path(), query, MOST_OF_PAGE).stream()
                .filter(hit -> hits.stream().noneMatch(other -> isSame(hit, other)))
                .toList()
                .forEach(hits::add);
        Map<PagePath, Page> pages = pages(hits);
        Stream<Found> indexed = hits.stream()
                .map(Hit.OfBlock.class::cast)
                .flatMap(hit -> Optional.ofNullable(pages.get(hit.path())).stream()
                        .flatMap(page -> block(page, hit.block()).stream())
                        .map(block -> new Found(block, Hit.match(hit))));
        return writing.index().page(writing.page().path()).isPresent()
                ? indexed.toList()
                : Stream.concat(ofPage(), indexed).toList();
    }

    /** The pages that were found, which may have to be read. */
    private Map<PagePath, Page> pages(Set<Hit> hits) {
        Set<PagePath> paths = hits.stream().map(Hit::path).collect(Collectors.toSet());
        Map<PagePath, Page> pages = new HashMap<>();
        writing.snapshot()
                .pages()
                .each(paths, path -> {
                    writing.checkWanted().run();
                    return writing.page(path);
                })
                .forEach(page -> page.ifPresent(known -> pages.put(known.path(), known)));
        return pages;
    }

    private static boolean isSame(Hit one, Hit other) {
        return one instanceof Hit.OfBlock first
                && other instanceof Hit.OfBlock second
                && first.path().equals(second.path())
                && first.block() == second.block();
    }

    /** The blocks of this page where the index does not know it yet. */
    private Stream<Found> ofPage() {
        Page page = writing.page();
        return IntStream.range(0, Math.min(MOST_LOOKED_THROUGH, page.outline().size()))
                .boxed()
                .flatMap(index -> block(page, index).stream())
                .limit(MOST_OF_PAGE)
                .map(block -> new Found(block, Long.MAX_VALUE));
    }

    /** A block that was found, where it still is what was looked for, and a reference could lead to it. */
    private Optional<BlockAt> block(Page page, int index) {
        Outline outline = page.outline();
        if (index >= outline.size() || !query.isAnsweredBy(outline, index)) {
            return Optional.empty();
        }
        BlockAt block = new BlockAt(page, index);
        boolean isOwn = writing.block().filter(block::equals).isPresent();
        boolean hasText =
                block.block().kind() != Block.Kind.PREAMBLE && !block.title().isEmpty();
        return !isOwn && hasText && isFirstOfItsId(block) ? Optional.of(block) : Optional.empty();
    }

    /** Of several blocks with an id a reference leads to one. */
    private boolean isFirstOfItsId(BlockAt block) {
        Optional<BlockId> id = block.block().id();
        return id.isEmpty()
                || graph.count(new Symbol.Definition(id.get())) == 1
                || writing.snapshot()
                        .block(id.get())
                        .filter(first -> first.index() == block.index()
                                && first.page().path().equals(block.page().path()))
                        .isPresent();
    }

    /** The blocks that the texts of others refer to: each may lie in a page that has to be read. */
    private Optional<BlockAt> known(BlockId id) {
        return known.size() < MOST_LOOKED_UP || known.containsKey(id)
                ? known.computeIfAbsent(id, writing.snapshot()::block)
                : Optional.empty();
    }

    private Optional<Candidate> candidate(BlockAt block, boolean isLabelled) {
        writing.checkWanted().run();
        Optional<BlockId> id = block.block().id();
        if (id.isPresent()) {
            return Optional.of(candidate(block, id.get(), isLabelled));
        }
        boolean isHere = block.page().path().equals(writing.page().path());
        return isHere || writing.writesElsewhere()
                ? writing.ids()
                        .of(graph, block)
                        .map(made -> candidate(block, made.id(), isLabelled).with(made))
                : Optional.empty();
    }

    private Candidate candidate(BlockAt block, BlockId id, boolean isLabelled) {
        return Candidate.of(
                Candidate.Kind.BLOCK,
                Places.shortName(block, this::known),
                String.join(" › ", Places.breadcrumb(block, this::known)),
                isLabelled ? "(((" + id + ")))" : "((" + id + "))",
                new About.OfBlock(block));
    }
}
