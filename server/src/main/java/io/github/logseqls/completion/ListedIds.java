package io.github.logseqls.completion;

import io.github.logseqls.change.FreshIds;
import io.github.logseqls.change.IdLine;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import java.util.Optional;

/**
 * The ids that blocks without one get when they are chosen. A block has the same one each time it is listed, whatever is edited
 * around it: it goes by the block's text, among near blocks of the same text by their order. Where too many are alike to be
 * counted with each key, it goes by the block's place.
 */
public record ListedIds(FreshIds fresh) {

    private static final int MOST_BLANKS = 8;
    /** So far apart blocks of one text may be listed with one id: the first that is chosen has it, and the others no more. */
    private static final int MOST_BETWEEN = 200;

    private static final int MOST_ALIKE = 20;

    /** The id for a block that has none, with its line; none where Logseq would read it nowhere. */
    public Optional<NewId> of(Graph graph, BlockAt block) {
        BlockId id = id(graph, block);
        return IdLine.read(block, id).map(line -> new NewId(block, id, line));
    }

    BlockId id(Graph graph, BlockAt block) {
        String text = text(block.outline(), block.index());
        int before = before(block, text);
        boolean areCounted = before < MOST_ALIKE;
        String words = block.page().path().path() + "\n" + text + "\n" + (areCounted ? "" : block.index() + "\n");
        int left = areCounted ? before : 0;
        int turn = 0;
        BlockId id = fresh.of(words + turn);
        // Those that are taken were given to blocks of this text before.
        while (left > 0 || graph.links().isDefined(id)) {
            left -= graph.links().isDefined(id) ? 0 : 1;
            turn++;
            id = fresh.of(words + turn);
        }
        return id;
    }

    /** How many blocks of the same text stand before one, as far as they are counted. */
    private static int before(BlockAt block, String text) {
        Outline outline = block.outline();
        int length = block.block().length();
        int before = 0;
        int from = Math.max(0, block.index() - MOST_BETWEEN);
        for (int index = block.index() - 1; index >= from && before < MOST_ALIKE; index--) {
            // The last block may lack a line end, and blank lines may follow any.
            boolean mayBe = Math.abs(outline.block(index).length() - length) <= MOST_BLANKS;
            if (mayBe && text(outline, index).equals(text)) {
                before++;
            }
        }
        return before;
    }

    private static String text(Outline outline, int index) {
        return outline.text().slice(outline.span(index)).replace("\r\n", "\n").strip();
    }
}
