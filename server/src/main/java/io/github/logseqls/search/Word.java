package io.github.logseqls.search;

/** A word of a query, as it is looked for in folded text: by Horspool's algorithm, which skips most bytes. */
final class Word {

    private static final int BYTES = 256;

    private final byte[] bytes;
    /** How far to go on where the last byte of the window is such a one. */
    private final int[] steps = new int[BYTES];

    private final int[] trigrams;

    private Word(byte[] bytes) {
        this.bytes = bytes;
        for (int at = 0; at < BYTES; at++) {
            steps[at] = bytes.length;
        }
        for (int at = 0; at < bytes.length - 1; at++) {
            steps[bytes[at] & 0xff] = bytes.length - 1 - at;
        }
        this.trigrams = Trigrams.hashes(bytes);
    }

    /** The word of a folded text that is not empty. */
    static Word of(byte[] folded) {
        return new Word(folded.clone());
    }

    /** In bytes. */
    int length() {
        return bytes.length;
    }

    /** Its {@link Letters}. */
    long letters() {
        return Letters.of(bytes);
    }

    /** Whether a text with these bits of its {@link Trigrams} may hold the word. */
    boolean mayBeIn(long[] bits) {
        return Trigrams.mayHold(bits, trigrams);
    }

    /** The first place from {@code from} on at which the word stands whole before {@code end}; -1 where there is none. */
    int find(byte[] text, int from, int end) {
        // Fields and calls cost more than what they are for here, with the JVM's first compiler.
        byte[] word = bytes;
        int[] step = steps;
        int last = word.length - 1;
        int at = from + last;
        while (at < end) {
            byte b = text[at];
            int back = 0;
            while (text[at - back] == word[last - back]) {
                if (back == last) {
                    return at - last;
                }
                back++;
            }
            at += step[b & 0xff];
        }
        return -1;
    }

    /** Whether the word stands somewhere from {@code at} on where a word of the text begins. */
    boolean beginsWord(byte[] text, int from, int at, int end) {
        for (int found = at; found >= 0; found = find(text, found + 1, end)) {
            if (Folded.isWordStart(text, from, found)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word's letters stand in the text in this order, near each other, the first where a word begins. */
    boolean isScatteredIn(byte[] text, int from, int end) {
        int widest = 3 * bytes.length;
        for (int start = from; start <= end - bytes.length; start++) {
            if (text[start] == bytes[0]
                    && Folded.isWordStart(text, from, start)
                    && isScattered(text, start, Math.min(end, start + widest))) {
                return true;
            }
        }
        return false;
    }

    private boolean isScattered(byte[] text, int start, int end) {
        int next = 0;
        for (int at = start; at < end && next < bytes.length; at++) {
            if (text[at] == bytes[next]) {
                next++;
            }
        }
        return next == bytes.length;
    }
}
