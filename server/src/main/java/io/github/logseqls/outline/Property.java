package io.github.logseqls.outline;

import io.github.logseqls.text.Span;

/**
 * One {@code key:: value} of a block.
 *
 * @param key the key as Logseq compares it: in lower case, with {@code -} for {@code _}, and {@code id} for
 *     {@code custom-id} (format.md 2.1)
 * @param value the trimmed value
 * @param keySpan the key as written, in UTF-16 offsets from the start of the block
 * @param valueSpan the trimmed value, likewise; empty where there is none
 */
public record Property(String key, String value, Span keySpan, Span valueSpan) {

    private static final String UNFIT = "\"^|(){}[],;@~`\\";

    static String normalKey(String written) {
        StringBuilder key = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char c = Character.toLowerCase(written.charAt(at));
            key.append(c == '_' ? '-' : c);
        }
        return key.toString().equals("custom-id") ? "id" : key.toString();
    }

    /** Whether Logseq keeps the value: a key that is no EDN keyword, or has brackets or quotes, loses it. */
    boolean isKept() {
        for (int at = 0; at < key.length(); at++) {
            if (UNFIT.indexOf(key.charAt(at)) >= 0) {
                return false;
            }
        }
        return !key.startsWith("#") && !key.startsWith("/") && !key.endsWith("/");
    }

    /** Whether the value is wrapped in double quotes, which makes it mere text without references (format.md 2.4). */
    boolean isQuoted() {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    }
}
