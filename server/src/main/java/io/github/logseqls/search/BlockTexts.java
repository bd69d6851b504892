package io.github.logseqls.search;

import io.github.logseqls.outline.Outline;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** The folded texts of all blocks of a page, in one piece. */
final class BlockTexts {

    static final BlockTexts NONE = new BlockTexts(new byte[0], new int[] {0});

    private final byte[] bytes;
    /** Where each block's text starts in the bytes, and behind them where one more would. */
    private final int[] starts;

    private final long[] trigrams;

    private BlockTexts(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
        this.trigrams = Trigrams.bits(bytes);
    }

    static BlockTexts of(Outline outline) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(outline.text().length());
        int[] starts = new int[outline.size() + 1];
        for (int block = 0; block < outline.size(); block++) {
            bytes.writeBytes(Folded.of(BlockWords.of(outline, block)));
            bytes.write(Folded.LINE_END);
            starts[block + 1] = bytes.size();
        }
        return new BlockTexts(bytes.toByteArray(), starts);
    }

    interface Taker {
        void take(int block, Fit fit);
    }

    /** Whether some of them may answer a query. */
    boolean mayAnswer(Query query) {
        return query.mayBeIn(trigrams);
    }

    /** Hands on the blocks that answer a query. */
    void forEach(Query query, Taker taker) {
        Optional<Word> rarest = query.rarest();
        if (rarest.isEmpty()) {
            for (int block = 0; block < starts.length - 1; block++) {
                taker.take(block, Fit.INSIDE);
            }
        } else if (mayAnswer(query)) {
            forEach(query, rarest.get(), taker);
        }
    }

    private void forEach(Query query, Word rarest, Taker taker) {
        int block = 0;
        while (block < starts.length - 1) {
            int at = rarest.find(bytes, starts[block], bytes.length);
            if (at < 0) {
                return;
            }
            block = blockAt(at, block);
            Fit fit = query.fit(bytes, starts[block], starts[block + 1] - 1, at);
            if (fit != Fit.NONE) {
                taker.take(block, fit);
            }
            block++;
        }
    }

    private int blockAt(int at, int from) {
        int found = Arrays.binarySearch(starts, from, starts.length, at);
        return found < 0 ? -found - 2 : found;
    }
}
