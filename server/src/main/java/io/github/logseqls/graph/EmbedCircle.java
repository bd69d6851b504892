package io.github.logseqls.graph;

import io.github.logseqls.outline.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out whether an embed shows itself, straight or by way of others. So many blocks are looked at, and no more; pages that
 * embed nothing are not read.
 */
public final class EmbedCircle {

    private static final int MOST_BLOCKS = 300;

    private EmbedCircle() {}

    /**
     * What an embed shows: a block with its children, or a page.
     *
     * @param from the first block
     * @param end the one behind the last
     */
    public record Shown(Page page, int from, int end) {

        /** All that is shown where a page is embedded. */
        public static Shown of(Page page) {
            return new Shown(page, 0, page.outline().size());
        }

        /** All that is shown where a block is; the text above the first bullet stands for its page. */
        public static Shown of(BlockAt block) {
            return block.block().kind() == Block.Kind.PREAMBLE
                    ? of(block.page())
                    : new Shown(block.page(), block.index(), block.outline().subtreeEnd(block.index()));
        }

        /** Whether a block is among what is shown. */
        public boolean holds(BlockAt block) {
            return page.path().equals(block.page().path()) && from <= block.index() && block.index() < end;
        }

        private boolean holds(Shown other) {
            return page.path().equals(other.page.path()) && from <= other.from && other.end <= end;
        }

        private Place place() {
            return new Place(page.path(), from, end);
        }
    }

    private record Place(PagePath path, int from, int end) {}

    private interface Question {
        boolean isMetBy(Shown shown);
    }

    /** Whether {@code shown} comes up again in what is embedded in it. */
    public static boolean holds(Snapshot snapshot, Shown shown) {
        return leadsTo(snapshot, shown, embedded -> embedded.holds(shown));
    }

    /** Whether a block comes up in what is embedded in {@code shown}. */
    public static boolean leadsTo(Snapshot snapshot, Shown shown, BlockAt block) {
        return leadsTo(snapshot, shown, embedded -> embedded.holds(block));
    }

    /** What a mention embeds; empty where that has no text. */
    public static Optional<Shown> shown(Snapshot snapshot, Mention embed) {
        if (embed.target() instanceof Target.OfBlock block) {
            return snapshot.block(block.id()).map(Shown::of);
        }
        return embed.target() instanceof Target.OfPage page
                ? snapshot.graph().pages().sources(page.name()).stream()
                        .findFirst()
                        .flatMap(snapshot::page)
                        .map(Shown::of)
                : Optional.empty();
    }

    private static boolean leadsTo(Snapshot snapshot, Shown shown, Question question) {
        Set<Place> seen = new HashSet<>();
        Deque<Shown> next = new ArrayDeque<>(List.of(shown));
        int left = MOST_BLOCKS;
        while (!next.isEmpty()) {
            Shown one = next.remove();
            for (int index = one.from; index < one.end && left > 0; index++, left--) {
                for (Shown embedded : (Iterable<Shown>) embedded(snapshot, new BlockAt(one.page, index))::iterator) {
                    if (question.isMetBy(embedded)) {
                        return true;
                    }
                    if (seen.size() < MOST_BLOCKS && seen.add(embedded.place())) {
                        next.add(embedded);
                    }
                }
            }
        }
        return false;
    }

    private static Stream<Shown> embedded(Snapshot snapshot, BlockAt block) {
        return Mentions.of(block.page(), block.index()).stream()
                .filter(mention -> mention.form() == Mention.Form.EMBED)
                .limit(MOST_BLOCKS)
                .filter(mention -> mayEmbed(snapshot.graph(), mention.target()))
                .flatMap(mention -> shown(snapshot, mention).stream());
    }

    /** Whether what is embedded may embed something itself. */
    public static boolean mayEmbed(Graph graph, Target embedded) {
        return sources(graph, embedded)
                .flatMap(path -> graph.facts(path).stream())
                .anyMatch(facts -> facts.symbols().has(new Symbol.Embed()));
    }

    private static Stream<PagePath> sources(Graph graph, Target embedded) {
        if (embedded instanceof Target.OfBlock block) {
            return graph.links().definers(block.id()).stream();
        }
        return embedded instanceof Target.OfPage page ? graph.pages().sources(page.name()).stream() : Stream.empty();
    }
}
