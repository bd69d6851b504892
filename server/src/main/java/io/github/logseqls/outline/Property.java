package io.github.logseqls.outline;

import io.github.logseqls.text.Span;

/**
 * One {@code key:: value} of a block.
 *
 * @param key the key as Logseq compares it
 * @param value the trimmed value
 * @param keySpan the key as written, in UTF-16 offsets from the start of the block
 * @param valueSpan the trimmed value, likewise; empty where there is none
 */
public record Property(PropertyKey key, String value, Span keySpan, Span valueSpan) {

    /** All of it, likewise. */
    public Span span() {
        return new Span(keySpan.start(), Math.max(keySpan.end(), valueSpan.end()));
    }

    /** Whether the value is wrapped in double quotes, which makes it mere text without references (format.md 2.4). */
    boolean isQuoted() {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    }
}
