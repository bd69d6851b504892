package io.github.logseqls.change;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockContent;
import io.github.logseqls.outline.Outline;
import java.util.ArrayList;
import java.util.List;

/**
 * A block that is to be written.
 *
 * @param level from 1
 * @param content what Logseq keeps of it: its lines parted by LF, without bullet and indentation
 */
public record Draft(int level, String content) {

    /** The blocks of a page from {@code from} to before {@code to}, as they are. */
    public static ImmutableList<Draft> of(Outline outline, int from, int to) {
        ImmutableList.Builder<Draft> drafts = ImmutableList.builder();
        for (int block = from; block < to; block++) {
            drafts.add(of(outline, block));
        }
        return drafts.build();
    }

    public static Draft of(Outline outline, int block) {
        // Of Org blocks Logseq keeps the line ends as they are.
        String content = BlockContent.of(outline, block).replace("\r\n", "\n");
        return new Draft(outline.level(block), content.strip());
    }

    /** A block and all below it. */
    public static ImmutableList<Draft> subtree(Outline outline, int block) {
        return of(outline, block, outline.subtreeEnd(block));
    }

    /** Blocks so many levels deeper. */
    public static ImmutableList<Draft> deeper(List<Draft> drafts, int levels) {
        return drafts.stream()
                .map(draft -> new Draft(draft.level + levels, draft.content))
                .collect(ImmutableList.toImmutableList());
    }

    /** The blocks of a page with others in place of those from {@code from} to before {@code to}. */
    public static ImmutableList<Draft> with(Outline outline, int from, int to, List<Draft> others) {
        List<Draft> all = new ArrayList<>(of(outline, 0, outline.size()));
        all.subList(from, to).clear();
        all.addAll(from, others);
        return ImmutableList.copyOf(all);
    }
}
