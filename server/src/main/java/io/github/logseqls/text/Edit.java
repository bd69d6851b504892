package io.github.logseqls.text;

/**
 * A change of a text.
 *
 * @param span what is replaced, in the text before the change
 * @param replacement what stands there after it
 */
public record Edit(Span span, String replacement) {

    /** How much longer the text becomes; negative where it becomes shorter. */
    public int growth() {
        return replacement.length() - span.length();
    }
}
