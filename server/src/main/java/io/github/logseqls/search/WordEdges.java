package io.github.logseqls.search;

/** Where words begin and end. */
public final class WordEdges {

    private WordEdges() {}

    /** Whether one word may end and another begin between two code points; in scripts without blanks they may anywhere. */
    public static boolean isBetween(int before, int after) {
        return !Character.isLetterOrDigit(before)
                || !Character.isLetterOrDigit(after)
                || isWrittenWithoutBlanks(before)
                || isWrittenWithoutBlanks(after);
    }

    private static boolean isWrittenWithoutBlanks(int codePoint) {
        if (codePoint < 0x0e00) {
            return false;
        }
        return Character.isIdeographic(codePoint)
                || switch (Character.UnicodeScript.of(codePoint)) {
                    case HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }
}
