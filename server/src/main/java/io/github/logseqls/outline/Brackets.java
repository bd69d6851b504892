package io.github.logseqls.outline;

/**
 * Where text with balanced brackets ends, from any of its places, worked out in one pass. A bracket behind a backslash is
 * mere text.
 */
final class Brackets {

    private final int[] ends;

    private Brackets(int[] ends) {
        this.ends = ends;
    }

    /** Text with balanced square brackets, which may go over lines. */
    static Brackets square(String text) {
        return new Brackets(ends(text, '[', ']', false));
    }

    /** Text with balanced parentheses on one line. */
    static Brackets round(String text) {
        return new Brackets(ends(text, '(', ')', true));
    }

    /**
     * Where text that begins at {@code at} ends: at the closing bracket that balances none, or at the end of the line or
     * text. An opening bracket that nothing closes is no obstacle.
     */
    int end(int at) {
        return ends[at];
    }

    private static int[] ends(String text, char open, char close, boolean onOneLine) {
        int[] ends = new int[text.length() + 1];
        ends[text.length()] = text.length();
        for (int at = text.length() - 1; at >= 0; at--) {
            char c = text.charAt(at);
            int end = ends[at + 1];
            if (onOneLine && Chars.isLineEnd(c) || c == close && !isEscaped(text, at)) {
                end = at;
            } else if (c == open && !isEscaped(text, at) && end < text.length() && text.charAt(end) == close) {
                end = ends[end + 1];
            }
            ends[at] = end;
        }
        return ends;
    }

    private static boolean isEscaped(String text, int at) {
        int from = at;
        while (from > 0 && text.charAt(from - 1) == '\\') {
            from--;
        }
        return (at - from) % 2 == 1;
    }
}
