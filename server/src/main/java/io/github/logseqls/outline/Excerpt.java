package io.github.logseqls.outline;

import io.github.logseqls.text.Span;
import java.util.Arrays;

/**
 * The text inside a container as Logseq reads it: lines without the marks and the indentation they have in the block, put
 * together. Each character knows its place in the block.
 */
final class Excerpt {

    private final String text;
    /** Where the pieces begin in {@link #text}, and where in the block. */
    private final int[] starts;

    private final int[] places;

    private Excerpt(String text, int[] starts, int[] places) {
        this.text = text;
        this.starts = starts;
        this.places = places;
    }

    /** All of a block. */
    static Excerpt whole(String text) {
        return new Excerpt(text, new int[] {0}, new int[] {0});
    }

    String text() {
        return text;
    }

    /** Where a span of the excerpt stands in the block, with all that was left out in between. */
    Span inBlock(Span span) {
        int start = inBlock(span.start());
        return new Span(start, span.isEmpty() ? start : inBlock(span.end() - 1) + 1);
    }

    private int inBlock(int at) {
        int found = Arrays.binarySearch(starts, at);
        int piece = found >= 0 ? found : -found - 2;
        return places[piece] + at - starts[piece];
    }

    /** Lines that are put together to an excerpt of {@code from}. */
    static final class Lines {

        private final Excerpt from;
        private final StringBuilder text = new StringBuilder();
        private int size;
        private int[] starts = new int[8];
        private int[] places = new int[8];

        Lines(Excerpt from) {
            this.from = from;
        }

        /** Adds what stands between two places of one line. */
        void add(int start, int end) {
            if (start < end) {
                addPiece(from.inBlock(start));
                text.append(from.text, start, end);
            }
        }

        /** Adds a line end for the one at {@code at}, or for the end of the other text. */
        void endLine(int at) {
            addPiece(from.inBlock(Math.max(0, Math.min(at, from.text.length() - 1))));
            text.append('\n');
        }

        private void addPiece(int place) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                places = Arrays.copyOf(places, size * 2);
            }
            starts[size] = text.length();
            places[size++] = place;
        }

        Excerpt excerpt() {
            return size == 0
                    ? whole("")
                    : new Excerpt(text.toString(), Arrays.copyOf(starts, size), Arrays.copyOf(places, size));
        }
    }
}
