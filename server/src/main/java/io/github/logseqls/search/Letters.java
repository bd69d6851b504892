package io.github.logseqls.search;

/** Which bytes stand in a folded text, in one number: most names that do not answer a query are told by a glance at it. */
final class Letters {

    private static final int LETTERS = 26;
    private static final int DIGITS = 10;

    private Letters() {}

    /** One bit for each letter of English and each digit; all other bytes share the rest. */
    static long of(byte[] text) {
        long letters = 0;
        for (byte b : text) {
            letters |= 1L << bit(b);
        }
        return letters;
    }

    /** Whether all of {@code wanted} are among {@code letters}. */
    static boolean areAmong(long wanted, long letters) {
        return (wanted & ~letters) == 0;
    }

    private static int bit(byte b) {
        if (b >= 'a' && b <= 'z') {
            return b - 'a';
        }
        if (b >= '0' && b <= '9') {
            return LETTERS + b - '0';
        }
        return LETTERS + DIGITS + (b & 0xff) % (Long.SIZE - LETTERS - DIGITS);
    }
}
