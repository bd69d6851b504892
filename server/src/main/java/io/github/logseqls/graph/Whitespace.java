package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;

/**
 * White space as Logseq's own language counts it: the no-break space, the byte order mark and the line separators of Unicode
 * are white space there, while its parser knows only the ASCII ones.
 */
final class Whitespace {

    static final CharMatcher ANY = CharMatcher.anyOf("\t\n\u000b\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff")
            .or(CharMatcher.inRange('\u2000', '\u200a'))
            .precomputed();

    private Whitespace() {}

    static boolean isBlank(String text) {
        return ANY.matchesAllOf(text);
    }
}
