package io.github.logseqls.check;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Indentation;
import io.github.logseqls.graph.Indentation.Kind;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Indentation by which Logseq makes another tree than the one that is seen, or that it will not keep. */
final class IndentationChecks {

    /** By a single space nobody tells how many levels were meant. */
    private static final int LEAST_STEP = 2;

    private final Examined page;
    private final List<Indentation> indentations;

    IndentationChecks(Examined page) {
        this.page = page;
        this.indentations = SeenTree.indentations(page.outline());
    }

    /** Whether a page goes deeper by two spaces and by four. */
    static boolean suspects(Facts facts, Symbol symbol) {
        return symbol.equals(new Symbol.StepOfSpaces(2)) && facts.symbols().has(new Symbol.StepOfSpaces(4));
    }

    /** Looks at all blocks of the page together. */
    void look() {
        int[] columns = SeenTree.columns(page.outline(), indentations);
        int[] read = Parents.byLogseq(
                indentations.stream().mapToInt(Indentation::length).toArray());
        int[] readByColumns = Parents.byLogseq(columns);
        int[] seen = Parents.bySight(columns);
        int[] moved = IntStream.range(0, read.length)
                .filter(block -> read[block] != seen[block] && read[block] != readByColumns[block])
                .toArray();
        if (moved.length > 0) {
            reportMixed(moved, read[moved[0]], seen[moved[0]]);
        }
        Map<Integer, Integer> children = new TreeMap<>();
        for (int block = 0; block < seen.length; block++) {
            if (read[block] != seen[block] && read[block] == readByColumns[block]) {
                children.merge(seen[block], 1, Integer::sum);
            }
        }
        children.forEach(this::reportOrphan);
        // Where the tree is another one, its levels are not yet to be trusted.
        if (moved.length == 0 && children.isEmpty()) {
            checkSkipped();
        }
    }

    private void reportMixed(int[] moved, int read, int seen) {
        String others = moved.length == 1 ? "" : " (and %d more likewise)".formatted(moved.length - 1);
        page.report(
                Code.MIXED_INDENTATION,
                indentations.get(moved[0]).span(),
                "Tabs and spaces are mixed here. Logseq counts each of them as one: this block is %s, not %s as it looks%s. Indent the page with tabs alone."
                        .formatted(place(read), place(seen), others));
    }

    private void reportOrphan(int orphan, int children) {
        Span indentation = indentations.get(orphan).span();
        page.report(
                Code.ORPHAN_OUTDENT,
                indentation.isEmpty() ? page.outline().title(orphan) : indentation,
                "This block stands between two levels. Logseq puts it beside the blocks before it, and %s beside it too. Indent it as far as the blocks that it belongs beside."
                        .formatted(
                                children == 1
                                        ? "the block that looks like its child"
                                        : "the %d blocks that look like its children".formatted(children)));
    }

    private void checkSkipped() {
        int spaces = usualStepOfSpaces();
        for (int block = 1; block < indentations.size(); block++) {
            Indentation before = indentations.get(block - 1);
            Indentation after = indentations.get(block);
            boolean alike = before.length() == 0 || before.kind() == after.kind();
            int skipped = switch (after.kind()) {
                case TABS -> step(block) - 1;
                case SPACES -> spaces < LEAST_STEP ? 0 : step(block) / spaces - 1;
                case MIXED -> 0;
            };
            if (alike && skipped > 0) {
                page.report(
                        Code.SKIPPED_LEVEL,
                        after.span(),
                        "This block is indented by %d levels more than the one above. Logseq reads it as its child, and will write it so when it next saves the page."
                                .formatted(skipped + 1));
            }
        }
    }

    /** By how many spaces the page mostly goes deeper; 0 where it does not do so by spaces. */
    private int usualStepOfSpaces() {
        Multiset<Integer> steps = HashMultiset.create();
        for (int block = 1; block < indentations.size(); block++) {
            if (indentations.get(block).kind() == Kind.SPACES && step(block) > 0) {
                steps.add(step(block));
            }
        }
        return Multisets.copyHighestCountFirst(steps).stream().findFirst().orElse(0);
    }

    private int step(int block) {
        return indentations.get(block).length() - indentations.get(block - 1).length();
    }

    private String place(int parent) {
        return parent == Parents.NONE
                ? "on the first level"
                : "below \"%s\"".formatted(Places.shortName(new BlockAt(page.page(), parent), page.snapshot()::block));
    }
}
