package io.github.logseqls.outline;

/** What a search along a text ends at: some characters, or a text. */
enum Until {
    ANGLE(">\r\n"),
    AT("@\r\n"),
    BACKTICK("`\r\n"),
    COLON(":\r\n"),
    COLON_IN_WORD(":\r\n" + Chars.SPACES),
    LINE_END("\r\n"),
    COMMA(","),
    CURLY("}\r\n"),
    DOLLAR("$\r\n"),
    EQUALS("=\r\n"),
    ROUND(")"),
    SQUARE("]\r\n"),
    TILDE("~\r\n"),
    ANGLE_IN_WORD(">\r\n" + Chars.SPACES),
    ANGLE_OR_SPACE(">" + Chars.SPACES),
    SQUARE_IN_WORD("]\r\n" + Chars.SPACES),
    SQUARE_OR_SPACE("]" + Chars.SPACES),

    CDATA_END("", "]]", false),
    COMMENT_END("", "-->", false),
    DECLARATION_END("", ">", false),
    DOUBLE_BACKTICK("", "``", false),
    INSTRUCTION_END("", "?>", false),
    MATH_ROUND("", "\\)", false),
    MATH_SQUARE("", "\\]", false),
    SELF_CLOSING("", "/>", false),

    /** The end of a page reference, where a backslash hides no bracket, or of the line. */
    DOUBLE_SQUARE("\r\n", "]]", true),
    /** A closing bracket that no backslash hides. */
    BARE_SQUARE("", "]", true),
    BARE_QUOTE("", "\"", true);

    private final CharSet stops;
    private final String closer;
    private final boolean escapable;

    Until(String stops) {
        this(stops, "", false);
    }

    Until(String stops, String closer, boolean escapable) {
        this.stops = CharSet.of(stops);
        this.closer = closer;
        this.escapable = escapable;
    }

    /** The length of the text that is looked for; 0 where characters are. */
    int length() {
        return closer.length();
    }

    /** The first place at or behind {@code from} where it is reached, or the end of the text. */
    int find(String text, int from) {
        if (closer.isEmpty()) {
            int at = from;
            while (at < text.length() && !stops.has(text.charAt(at))) {
                at++;
            }
            return at;
        }
        return escapable ? findBare(text, from) : indexOf(text, from);
    }

    private int indexOf(String text, int from) {
        int found = text.indexOf(closer, from);
        return found < 0 ? text.length() : found;
    }

    private int findBare(String text, int from) {
        char first = closer.charAt(0);
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == first && text.startsWith(closer, at) || stops.has(c)) {
                return at;
            }
            boolean escapes = c == '\\' && at + 1 < text.length() && !stops.has(text.charAt(at + 1));
            at += escapes ? 2 : 1;
        }
        return text.length();
    }
}
