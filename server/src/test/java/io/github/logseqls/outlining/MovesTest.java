package io.github.logseqls.outlining;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.github.logseqls.graph.BlockContent;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A move keeps everything: all blocks, ids and references, in the tree that is wanted; at random. */
class MovesTest {

    private static final int ROUNDS = 400;

    private static final GraphConfig LOGICAL = GraphConfig.NEW_GRAPH.with("editor/logical-outdenting?", true);

    /** A block and what is below it. */
    private record Node(String content, List<Node> children) {

        static Node of(Outline outline) {
            Node root = new Node("", new ArrayList<>());
            List<Node> open = new ArrayList<>(List.of(root));
            for (int block = 0; block < outline.size(); block++) {
                open.subList(outline.level(block), open.size()).clear();
                Node node = new Node(BlockContent.of(outline, block).strip(), new ArrayList<>());
                open.get(open.size() - 1).children.add(node);
                open.add(node);
            }
            return root;
        }
    }

    /** Where subtrees are in a tree: so many of the children of a node. */
    private record Spot(List<Node> path, int at, int count) {

        Node parent() {
            return path.get(path.size() - 1);
        }

        List<Node> siblings() {
            return parent().children;
        }

        List<Node> moved() {
            return siblings().subList(at, at + count);
        }

        static Spot of(Node root, Subtrees blocks) {
            List<Node> path = new ArrayList<>(List.of(root));
            int index = 0;
            while (true) {
                Node parent = path.get(path.size() - 1);
                for (int child = 0; child < parent.children.size(); child++) {
                    Node node = parent.children.get(child);
                    if (index == blocks.from()) {
                        int count = 0;
                        for (int at = index; at < blocks.to(); count++) {
                            at += size(parent.children.get(child + count));
                        }
                        return new Spot(path, child, count);
                    }
                    if (index + size(node) > blocks.from()) {
                        path.add(node);
                        index++;
                        break;
                    }
                    index += size(node);
                }
            }
        }

        static int size(Node node) {
            return 1 + node.children.stream().mapToInt(Spot::size).sum();
        }

        List<Node> cut() {
            List<Node> cut = new ArrayList<>(moved());
            moved().clear();
            return cut;
        }

        void out(boolean isLogical) {
            List<Node> cut = cut();
            List<Node> behind = siblings().subList(at, siblings().size());
            if (!isLogical) {
                cut.get(cut.size() - 1).children.addAll(new ArrayList<>(behind));
                behind.clear();
            }
            Node outer = path.get(path.size() - 2);
            outer.children.addAll(place(outer.children, parent()) + 1, cut);
        }

        void in() {
            List<Node> cut = cut();
            siblings().get(at - 1).children.addAll(cut);
        }

        void up() {
            List<Node> cut = cut();
            if (at > 0 && !isPreamble(siblings().get(at - 1))) {
                siblings().addAll(at - 1, cut);
            } else {
                List<Node> aunts = path.get(path.size() - 2).children;
                aunts.get(place(aunts, parent()) - 1).children.addAll(cut);
            }
        }

        void down() {
            List<Node> cut = cut();
            if (at < siblings().size()) {
                siblings().addAll(at + 1, cut);
            } else {
                List<Node> aunts = path.get(path.size() - 2).children;
                aunts.get(place(aunts, parent()) + 1).children.addAll(0, cut);
            }
        }

        private boolean isPreamble(Node node) {
            return path.size() == 1 && node.content.startsWith("title::");
        }

        @SuppressWarnings("ReferenceEquality")
        private static int place(List<Node> nodes, Node node) {
            return IntStream.range(0, nodes.size())
                    .filter(at -> nodes.get(at) == node)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostWhateverAPageHolds(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Multiset<Integer> made = HashMultiset.create();
        for (int round = 0; round < ROUNDS; round++) {
            Page page = page(RandomOutlines.any(random, syntax), syntax, GraphConfig.NEW_GRAPH);
            Optional<Subtrees> blocks = Subtrees.touched(page, selection(random, page));
            List<Function<Subtrees, Optional<Outcome>>> moves = moves();
            for (int at = 0; at < moves.size(); at++) {
                int move = at;
                blocks.flatMap(moves.get(at))
                        .filter(Outcome.Done.class::isInstance)
                        .ifPresent(done -> {
                            made.add(move);
                            Outline after = ((Outcome.Done) done).after();
                            String as = "-Dseed=%d, %s"
                                    .formatted(seed, page.outline().text());
                            assertThat(contents(after)).as(as).isEqualTo(contents(page.outline()));
                            assertThat(refs(after)).as(as).isEqualTo(refs(page.outline()));
                            assertThat(letters(after)).as(as).isEqualTo(letters(page.outline()));
                        });
            }
        }
        for (int move = 0; move < moves().size(); move++) {
            assertThat(made.count(move)).as("-Dseed=%d, move %d", seed, move).isGreaterThan(ROUNDS / 10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSoundPageBecomesTheTreeThatIsWanted(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Multiset<String> made = HashMultiset.create();
        for (int round = 0; round < ROUNDS; round++) {
            boolean isLogical = random.nextInt(3) == 0;
            String text = RandomOutlines.sound(random, syntax);
            Page page = page(text, syntax, isLogical ? LOGICAL : GraphConfig.NEW_GRAPH);
            Optional<Subtrees> touched = Subtrees.touched(page, selection(random, page));
            if (touched.isEmpty()) {
                continue;
            }
            Subtrees blocks = touched.get();
            String as = "-Dseed=%d, from %d to %d in%n%s".formatted(seed, blocks.from(), blocks.to(), text);
            assertTree(made, "up", as, blocks, Moves.up(blocks), Spot::up);
            assertTree(made, "down", as, blocks, Moves.down(blocks), Spot::down);
            assertTree(made, "in", as, blocks, Moves.in(blocks), Spot::in);
            assertTree(made, "out", as, blocks, Moves.out(blocks), spot -> spot.out(isLogical));
            assertInverse(as + "up and down", blocks, Moves.up(blocks), Moves::down);
            assertInverse(as + "down and up", blocks, Moves.down(blocks), Moves::up);
            assertInverse(as + "in and out", blocks, Moves.in(blocks), Moves::out);
        }
        for (String move : List.of("up", "down", "in", "out")) {
            assertThat(made.count(move)).as("-Dseed=%d, %s", seed, move).isGreaterThan(ROUNDS / 6);
        }
    }

    private static void assertTree(
            Multiset<String> made,
            String move,
            String as,
            Subtrees blocks,
            Optional<Outcome> outcome,
            java.util.function.Consumer<Spot> wanted) {
        if (outcome.isEmpty()) {
            return;
        }
        made.add(move);
        assertThat(outcome.get()).as(as + move).isInstanceOf(Outcome.Done.class);
        Node tree = Node.of(blocks.outline());
        wanted.accept(Spot.of(tree, blocks));
        assertThat(Node.of(((Outcome.Done) outcome.get()).after()))
                .as(as + move)
                .isEqualTo(tree);
    }

    private static void assertInverse(
            String as, Subtrees blocks, Optional<Outcome> there, Function<Subtrees, Optional<Outcome>> back) {
        if (there.isEmpty() || !(there.get() instanceof Outcome.Done done)) {
            return;
        }
        Page page = new Page(done.path(), done.after(), blocks.page().config());
        Subtrees moved = new Subtrees(page, done.first(), done.first() + blocks.size());
        Outcome again = back.apply(moved).orElseThrow();
        assertThat(((Outcome.Done) again).after().text().string())
                .as(as + " " + done.after().text())
                .isEqualTo(blocks.outline().text().string());
        Span caret = new Span(blocks.lines().end(), blocks.lines().end());
        Span there2 = done.selected(blocks, caret);
        assertThat(((Outcome.Done) again).selected(moved, there2)).as(as).isEqualTo(caret);
    }

    private static List<Function<Subtrees, Optional<Outcome>>> moves() {
        return List.of(
                Moves::up,
                Moves::down,
                Moves::in,
                Moves::out,
                blocks -> Optional.of(Transfers.to(Place.endOf(blocks.page()), blocks)),
                blocks -> Optional.of(Transfers.to(Place.startOf(blocks.page()), blocks)));
    }

    private static Page page(String text, Syntax syntax, GraphConfig config) {
        return new Page(new PagePath("pages/a.md"), Outline.parse(Text.of(text), syntax), config);
    }

    private static Span selection(Random random, Page page) {
        int length = page.outline().text().length();
        int start = random.nextInt(length + 1);
        return new Span(start, random.nextBoolean() ? start : start + random.nextInt(length + 1 - start));
    }

    private static Multiset<String> contents(Outline outline) {
        return IntStream.range(0, outline.size())
                .mapToObj(block -> BlockContent.of(outline, block).strip()
                        + outline.block(block).id())
                .collect(ImmutableMultiset.toImmutableMultiset());
    }

    private static Multiset<String> refs(Outline outline) {
        return IntStream.range(0, outline.size())
                .boxed()
                .flatMap(block -> outline.blockRefs(block).stream())
                .map(BlockRef::target)
                // What is no id may run over lines, with their indentation.
                .map(target -> target.replaceAll("\n[ \t]+", "\n"))
                .collect(ImmutableMultiset.toImmutableMultiset());
    }

    /** All characters but blanks and what bullets are made of. */
    private static Multiset<Integer> letters(Outline outline) {
        return outline.text()
                .string()
                .replaceAll("[\\s*-]", "")
                .codePoints()
                .boxed()
                .collect(ImmutableMultiset.toImmutableMultiset());
    }
}
