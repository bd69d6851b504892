package io.github.logseqls.outline;

/** What a block begins with (format.md 1.1 and 9): a bullet, or in Markdown a {@code #} without one. */
final class Bullets {

    private Bullets() {}

    /** Whether a block begins in the line at {@code line}, if no construct swallows it. */
    static boolean startsBlock(Syntax syntax, String text, int line) {
        int first = syntax == Syntax.ORG ? line : Chars.skipSpaces(text, line);
        return end(syntax, text, first) > first || syntax == Syntax.MARKDOWN && isHeading(text, first);
    }

    /** Behind the {@code -}, or in Org the stars, at {@code first}; {@code first} itself where it is no bullet. */
    static int end(Syntax syntax, String text, int first) {
        int end = syntax == Syntax.ORG ? Chars.skip(text, first, '*') : text.startsWith("-", first) ? first + 1 : first;
        int behind = syntax == Syntax.ORG ? end : afterHashes(text, end);
        return end > first && Chars.isTerminator(text, behind) ? end : first;
    }

    /** Whether the {@code #} at {@code first} make a heading. */
    static boolean isHeading(String text, int first) {
        int end = Chars.skip(text, first, '#');
        return end > first && Chars.isTerminator(text, end);
    }

    /** Behind the {@code #} that make a heading of the bullet that ends at {@code at}; there where there are none. */
    static int afterHashes(String text, int at) {
        int hashes = Chars.skipSpaces(text, at);
        int end = Chars.skip(text, hashes, '#');
        boolean ends = end == text.length() || Chars.isSpaceOrLineEnd(text.charAt(end));
        return end > hashes && ends ? end : at;
    }
}
