package io.github.logseqls.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text that is copied as a whole when something in it changes. Between two pieces there is never a CRLF, so that
 * each knows its own line ends.
 */
final class Piece {

    /** The length that pieces are cut to; they may grow to twice that. */
    static final int LENGTH = 4096;

    private static final int[] NONE = new int[0];

    private final String string;
    /** The offsets behind each line end; the last one may be the length. Found when first asked for: most pages are only read. */
    private volatile int @Nullable [] lineStarts;
    /** The width in the encoding that was asked for last: a server speaks but one. */
    private volatile @Nullable Width width;

    private Piece(String string) {
        this.string = string;
    }

    static Piece of(String string) {
        return new Piece(string);
    }

    String string() {
        return string;
    }

    int length() {
        return string.length();
    }

    private record Width(Encoding encoding, int units) {}

    /** How many units this piece takes. */
    int width(Encoding encoding) {
        Width known = width;
        if (known == null || known.encoding() != encoding) {
            known = new Width(encoding, encoding.width(string));
            width = known;
        }
        return known.units();
    }

    /** The number of lines that start behind a line end of this piece. */
    int lineStarts() {
        return starts().length;
    }

    /** The offset behind line end {@code index} of this piece, which may be its length. */
    int lineStart(int index) {
        return starts()[index];
    }

    /** How many of this piece's lines start at or before {@code offset}. */
    int lineStartsUpTo(int offset) {
        int found = Arrays.binarySearch(starts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int[] starts() {
        int[] known = lineStarts;
        if (known == null) {
            known = lineStarts(string);
            lineStarts = known;
        }
        return known;
    }

    /** How many pieces {@link #cut} makes of {@code string}. */
    static int count(String string) {
        return Math.max(1, string.length() / LENGTH);
    }

    /** Where piece {@code index} of {@code count} begins in {@code string}: not inside a CRLF or a surrogate pair. */
    static int cut(String string, int index, int count) {
        int at = (int) ((long) string.length() * index / count);
        if (at == 0 || at == string.length()) {
            return at;
        }
        char before = string.charAt(at - 1);
        char behind = string.charAt(at);
        boolean parts = before == '\r' && behind == '\n' || Character.isSurrogatePair(before, behind);
        return parts ? at + 1 : at;
    }

    private static int[] lineStarts(String string) {
        int[] starts = NONE;
        int count = 0;
        int lf = string.indexOf('\n');
        int cr = string.indexOf('\r');
        while (lf >= 0 || cr >= 0) {
            boolean isCr = cr >= 0 && (lf < 0 || cr < lf);
            boolean isCrLf = isCr && lf == cr + 1;
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, Math.max(16, count * 2));
            }
            starts[count++] = (isCr && !isCrLf ? cr : lf) + 1;
            cr = isCr ? string.indexOf('\r', cr + 1) : cr;
            lf = isCr && !isCrLf ? lf : string.indexOf('\n', lf + 1);
        }
        return count == starts.length ? starts : Arrays.copyOf(starts, count);
    }
}
