package io.github.logseqls.text;

/**
 * A half-open range of text.
 *
 * @param start the first UTF-16 offset inside
 * @param end the first UTF-16 offset behind; never less than {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no such span: " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** Whether a caret at {@code offset} touches this span; a caret stands between characters, so both ends count. */
    public boolean touches(int offset) {
        return start <= offset && offset <= end;
    }

    /** Whether the character at {@code offset} lies inside. */
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public Span shift(int distance) {
        return new Span(start + distance, end + distance);
    }
}
