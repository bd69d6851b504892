package io.github.logseqls.outline;

import io.github.logseqls.text.Text;

/** Tells apart text without any markup, which most text is, at one glance at each character. */
final class Openers {

    private static final byte ALONE = 1;
    private static final byte DOUBLED = 2;
    private static final byte BEFORE_SLASHES = 3;

    /** So many characters are looked at together. */
    private static final int STRETCH = 128;

    private static final byte[] MARKDOWN = table(Syntax.MARKDOWN);
    private static final byte[] ORG = table(Syntax.ORG);

    private static final Text.Question IN_MARKDOWN = (text, from, to) -> occur(Syntax.MARKDOWN, text, from, to);
    private static final Text.Question IN_ORG =
            (text, from, to) -> occur(Syntax.ORG, text, from, to) || Chars.occurs(text, ":", from, to);

    private Openers() {}

    private static byte[] table(Syntax syntax) {
        byte[] table = new byte[128];
        for (char c = 0; c < 128; c++) {
            table[c] = syntax.mayBeginToken(c) && !Chars.isSpaceOrLineEnd(c) ? ALONE : 0;
        }
        "({@".chars().forEach(c -> table[c] = DOUBLED);
        // A bracket follows, which tells enough.
        table['!'] = 0;
        table[':'] = BEFORE_SLASHES;
        return table;
    }

    /** Asks whether there may be any markup in a block, or tags behind a headline. */
    static Text.Question question(Syntax syntax) {
        return syntax == Syntax.MARKDOWN ? IN_MARKDOWN : IN_ORG;
    }

    /** Whether something between {@code from} and {@code to} might be more than plain text. */
    static boolean occur(Syntax syntax, String text, int from, int to) {
        byte[] table = syntax == Syntax.MARKDOWN ? MARKDOWN : ORG;
        // Every block is asked, and an array answers in a fraction of the time.
        char[] stretch = new char[Math.min(STRETCH, to - from)];
        for (int start = from; start < to; start += STRETCH) {
            int length = Math.min(STRETCH, to - start);
            text.getChars(start, start + length, stretch, 0);
            for (int at = 0; at < length; at++) {
                char c = stretch[at];
                byte kind = c < 128 ? table[c] : 0;
                if (kind != 0 && (kind == ALONE || isFollowed(kind, c, text, start + at + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFollowed(byte kind, char c, String text, int next) {
        return kind == DOUBLED ? next < text.length() && text.charAt(next) == c : text.startsWith("//", next);
    }
}
