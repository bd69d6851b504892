package io.github.logseqls.text;

/**
 * A change of a text.
 *
 * @param span what is replaced, in the text before the change
 * @param replacement what stands there after it
 */
public record Edit(Span span, String replacement) {

    /** What makes {@code after} of a text, without what they have in common at both ends. No character is taken apart. */
    public static Edit between(Text before, String after) {
        String known = before.string();
        int most = Math.min(known.length(), after.length());
        int start = 0;
        while (start < most && known.charAt(start) == after.charAt(start)) {
            start++;
        }
        if (start > 0 && Character.isHighSurrogate(known.charAt(start - 1))) {
            start--;
        }
        int same = 0;
        while (same < most - start
                && known.charAt(known.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        if (same > 0 && Character.isLowSurrogate(known.charAt(known.length() - same))) {
            same--;
        }
        return new Edit(new Span(start, known.length() - same), after.substring(start, after.length() - same));
    }

    /** How much longer the text becomes; negative where it becomes shorter. */
    public int growth() {
        return replacement.length() - span.length();
    }
}
