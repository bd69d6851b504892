package io.github.logseqls.outline;

/**
 * The two syntaxes in which Logseq keeps pages. They share one parser, as in Logseq: most constructs are the same, and where
 * they differ the parser asks here.
 */
public enum Syntax {
    MARKDOWN("\\_^[*~`=$# \t\n\r\f", "<({!@", "*~=_^", "_"),
    ORG("\\_^[*/+$# \t\n\r\f", "<({!@=~", "*/+_^", "_/+");

    private final CharSet delimiters;
    private final CharSet openers;
    private final String emphasisMarks;
    private final CharSet emphasis;
    private final CharSet wordMarks;

    Syntax(String delimiters, String openers, String emphasisMarks, String wordMarks) {
        this.delimiters = CharSet.of(delimiters);
        this.openers = CharSet.of(openers);
        this.emphasisMarks = emphasisMarks;
        this.emphasis = CharSet.of(emphasisMarks);
        this.wordMarks = CharSet.of(wordMarks);
    }

    /** Whether {@code c} ends a run of plain text, so that a token may begin there. */
    boolean isDelimiter(char c) {
        return delimiters.has(c);
    }

    /** Whether {@code c} may begin something else than plain text: a delimiter, or another character at the start of a token. */
    boolean mayBeginToken(char c) {
        return delimiters.has(c) || openers.has(c);
    }

    /** Whether {@code c} may open emphasis. */
    boolean isEmphasisMark(char c) {
        return emphasis.has(c);
    }

    /** The characters that may open emphasis. */
    String emphasisMarks() {
        return emphasisMarks;
    }

    /** Whether emphasis by {@code c} needs punctuation or white space around it, so that words may hold it. */
    boolean isWordMark(char c) {
        return wordMarks.has(c);
    }

    /** How often an emphasis mark is repeated at most. */
    int longestMark(char c) {
        return switch (c) {
            case '*', '_' -> this == MARKDOWN ? 3 : 1;
            case '/', '+' -> 1;
            default -> 2;
        };
    }

    /** How often an emphasis mark is repeated at least. */
    int shortestMark(char c) {
        return c == '~' || c == '=' || c == '^' ? 2 : 1;
    }
}
