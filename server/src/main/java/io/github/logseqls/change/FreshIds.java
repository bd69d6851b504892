package io.github.logseqls.change;

import com.google.common.hash.Hashing;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.outline.BlockId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * New ids for blocks, as many as are wanted. A value, so that what is made from it can be made again.
 *
 * @param seed what tells these from all others: random, from the edge
 */
public record FreshIds(UUID seed) {

    /** The id for a block that gets a new one. */
    public BlockId of(BlockAt block) {
        return of(block.index() + " " + block.page().path().path());
    }

    /** The id for whatever these words tell from all else; the same for the same words. */
    public BlockId of(String words) {
        byte[] hash = Hashing.sha256()
                .hashString(seed + " " + words, StandardCharsets.UTF_8)
                .asBytes();
        // Marked as random (version 4), as those that Logseq makes.
        hash[6] = (byte) (hash[6] & 0x0f | 0x40);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new BlockId(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
