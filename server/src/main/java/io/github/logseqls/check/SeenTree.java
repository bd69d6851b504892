package io.github.logseqls.check;

import io.github.logseqls.graph.Indentation;
import io.github.logseqls.graph.Indentation.Kind;
import io.github.logseqls.outline.Outline;
import java.util.List;
import java.util.stream.IntStream;

/** The tree of blocks that people see in a page, where Logseq may read another one. */
public final class SeenTree {

    private static final int WIDE_TAB = 4;
    private static final int NARROW_TAB = 2;

    private SeenTree() {}

    /** The level of each block, from 1 on. */
    public static int[] levels(Outline outline) {
        int[] parents = Parents.bySight(columns(outline, indentations(outline)));
        int[] levels = new int[parents.length];
        for (int block = 0; block < parents.length; block++) {
            levels[block] = parents[block] == Parents.NONE ? 1 : levels[parents[block]] + 1;
        }
        return levels;
    }

    static List<Indentation> indentations(Outline outline) {
        return IntStream.range(0, outline.size())
                .mapToObj(block -> Indentation.of(outline, block))
                .toList();
    }

    /** Where the bullets are seen. The page's own indentation by spaces tells how wide a tab is to its author. */
    static int[] columns(Outline outline, List<Indentation> indentations) {
        int spaces = indentations.stream()
                .filter(indentation -> indentation.kind() == Kind.SPACES)
                .mapToInt(Indentation::length)
                .min()
                .orElse(WIDE_TAB);
        int tab = spaces < WIDE_TAB ? NARROW_TAB : WIDE_TAB;
        return indentations.stream()
                .mapToInt(indentation -> indentation.column(outline, tab))
                .toArray();
    }
}
