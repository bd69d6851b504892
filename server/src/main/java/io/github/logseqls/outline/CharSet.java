package io.github.logseqls.outline;

import com.google.errorprone.annotations.Immutable;

/** Some of the first 128 characters, a bit for each. */
@Immutable
record CharSet(long low, long high) {

    static CharSet of(String characters) {
        long low = 0;
        long high = 0;
        for (int at = 0; at < characters.length(); at++) {
            char c = characters.charAt(at);
            if (c < 64) {
                low |= 1L << c;
            } else {
                high |= 1L << c;
            }
        }
        return new CharSet(low, high);
    }

    boolean has(char c) {
        return c < 64 ? (low >>> c & 1) != 0 : c < 128 && (high >>> c & 1) != 0;
    }
}
