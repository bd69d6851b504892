package io.github.logseqls.search;

/**
 * Which three bytes follow each other in a text, by hash: most texts that do not hold a word are told by a few bits, without
 * being looked through. In UTF-8 one letter of Chinese or Japanese has three bytes already.
 */
final class Trigrams {

    private static final int FEWEST_BITS = 64;
    /** A word of three letters asks for one bit: were a third of them set, a third of all texts would be looked through. */
    private static final int BITS_A_BYTE = 4;

    private static final int MOST_BITS = 1 << 20;
    private static final int SPREAD = 0x9E3779B1;

    private Trigrams() {}

    /** The bits of a text; their number is a power of two. */
    static long[] bits(byte[] text) {
        int wanted = Math.max(FEWEST_BITS, Math.min(MOST_BITS, BITS_A_BYTE * text.length));
        long[] bits = new long[Integer.highestOneBit(2 * wanted - 1) / Long.SIZE];
        int shift = shift(bits);
        int last = 0;
        for (int at = 0; at < text.length; at++) {
            last = last << 8 | text[at] & 0xff;
            if (at >= 2) {
                int bit = hash(last) >>> shift;
                bits[bit >> 6] |= 1L << bit;
            }
        }
        return bits;
    }

    /** The hashes of the trigrams of a word; none of a word that is shorter. */
    static int[] hashes(byte[] word) {
        int[] hashes = new int[Math.max(0, word.length - 2)];
        for (int at = 0; at < hashes.length; at++) {
            hashes[at] = hash((word[at] & 0xff) << 16 | (word[at + 1] & 0xff) << 8 | word[at + 2] & 0xff);
        }
        return hashes;
    }

    /** Whether a text of these bits may hold all trigrams of a word. */
    static boolean mayHold(long[] bits, int[] hashes) {
        int shift = shift(bits);
        for (int hash : hashes) {
            int bit = hash >>> shift;
            if ((bits[bit >> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int shift(long[] bits) {
        return Integer.SIZE - Integer.numberOfTrailingZeros(bits.length * Long.SIZE);
    }

    /** Of the last three of these bytes. */
    private static int hash(int bytes) {
        return (bytes & 0xffffff) * SPREAD;
    }
}
