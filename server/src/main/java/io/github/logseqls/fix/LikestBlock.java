package io.github.logseqls.fix;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.IdLine;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.search.Hit;
import io.github.logseqls.search.Query;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.text.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The block that says most nearly what a lost one said. It holds all of that one's longest words but one at most, and is alike in
 * pairs of letters, which needs no words: so a slip that was mended, a word that was added or another order do no harm.
 */
final class LikestBlock {

    private static final int MOST_WORDS = 5;
    /** Scripts without blanks have no words: what is looked for are pieces. */
    private static final int LONGEST_WORD = 8;

    private static final int MOST_HITS = 5;
    /** Of less text everything may be like it. */
    private static final int LEAST_PAIRS = 4;

    private static final double ALIKE = 0.75;

    private static final Splitter WORDS = Splitter.on(
                    CharMatcher.forPredicate(c -> Character.isLetterOrDigit(c) || Character.isSurrogate(c))
                            .negate())
            .omitEmptyStrings();
    private static final Splitter PIECES = Splitter.fixedLength(LONGEST_WORD);

    private final Faulty faulty;
    private final BlockRef ref;
    private final BlockId id;
    private final String text;
    private final Multiset<String> pairs;

    private LikestBlock(Faulty faulty, BlockRef ref, BlockId id, String text) {
        this.faulty = faulty;
        this.ref = ref;
        this.id = id;
        this.text = text;
        this.pairs = pairs(text);
    }

    /**
     * The fix that has a reference lead there; empty where no block, or no single one, is much like the lost one.
     *
     * @param text the first line of the lost block, or what else is known of it
     */
    static Optional<Fix> of(Faulty faulty, BlockRef ref, BlockId id, String text) {
        LikestBlock likest = new LikestBlock(faulty, ref, id, text);
        return likest.pairs.size() < LEAST_PAIRS
                ? Optional.empty()
                : likest.find().map(likest::fix);
    }

    private Optional<BlockAt> find() {
        List<Alike> alike = candidates().stream()
                .map(block -> new Alike(block, likeness(pairs, pairs(block.title()))))
                .filter(block -> block.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed())
                .toList();
        boolean isOne = alike.size() == 1
                || alike.size() > 1 && alike.get(0).likeness() > alike.get(1).likeness();
        return isOne ? Optional.of(alike.get(0).block()) : Optional.empty();
    }

    private record Alike(BlockAt block, double likeness) {}

    private Set<BlockAt> candidates() {
        SearchIndex index = faulty.texts();
        Set<BlockAt> found = new LinkedHashSet<>();
        queries().forEach(query -> {
            for (Hit hit : index.blocks(Query.of(query), MOST_HITS, faulty.checkWanted())) {
                block(hit).filter(this::isPossible).ifPresent(found::add);
            }
        });
        return found;
    }

    /** The longest words, and these without one of them each. */
    private List<String> queries() {
        List<String> words = Stream.of(text)
                .flatMap(WORDS::splitToStream)
                .flatMap(PIECES::splitToStream)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
        List<String> queries = new ArrayList<>();
        queries.add(String.join(" ", words));
        for (int without = 0; words.size() > 1 && without < words.size(); without++) {
            List<String> others = new ArrayList<>(words);
            others.remove(without);
            queries.add(String.join(" ", others));
        }
        return queries.stream().filter(query -> !query.isEmpty()).toList();
    }

    /** The index may be of an older state of the page. */
    private Optional<BlockAt> block(Hit hit) {
        return hit instanceof Hit.OfBlock found
                ? faulty.snapshot()
                        .page(found.path())
                        .filter(page -> found.block() < page.outline().size())
                        .map(page -> new BlockAt(page, found.block()))
                : Optional.empty();
    }

    /** Another block that misses the lost one is none to refer to. */
    private boolean isPossible(BlockAt block) {
        String all = block.outline().text().slice(block.outline().span(block.index()));
        return block.block().kind() != Block.Kind.PREAMBLE
                && !all.toLowerCase(Locale.ROOT).contains(id.toString())
                && block.block()
                        .id()
                        .map(own -> faulty.snapshot()
                                .block(own)
                                .filter(block::equals)
                                .isPresent())
                        .orElse(true);
    }

    private Fix fix(BlockAt block) {
        return Fix.possible("Refer to %s instead".formatted(faulty.name(block)), () -> {
            BlockId own = block.block().id().orElseGet(() -> faulty.newId(block));
            Change refers = Change.of(faulty.page(), new Edit(ref.targetSpan(), own.toString()));
            return block.block().id().isPresent()
                    ? refers
                    : refers.and(Change.of(block.page(), IdLine.added(block, own)));
        });
    }

    /** How much of two texts is the same: 0 nothing, 1 all of it. */
    private static double likeness(Multiset<String> one, Multiset<String> other) {
        return 2.0 * Multisets.intersection(one, other).size() / (one.size() + other.size());
    }

    /** The pairs of letters and digits that follow each other in a text. */
    private static Multiset<String> pairs(String text) {
        String letters = String.join(" ", WORDS.split(text.toLowerCase(Locale.ROOT)));
        Multiset<String> pairs = HashMultiset.create();
        for (int at = 0; at + 1 < letters.length(); at++) {
            pairs.add(letters.substring(at, at + 2));
        }
        return pairs;
    }

    /** The block that is like the label of a reference, which is all that is known of what it referred to. */
    static ImmutableList<Fix> ofLabel(Faulty faulty, BlockRef ref) {
        return ref.labelSpan().isEmpty()
                ? ImmutableList.of()
                : ref.id()
                        .flatMap(id ->
                                of(faulty, ref, id, faulty.outline().text().slice(ref.labelSpan())))
                        .map(ImmutableList::of)
                        .orElseGet(ImmutableList::of);
    }
}
