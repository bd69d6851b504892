package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Position;
import io.github.logseqls.text.Text;

/**
 * What is wrong with a file as it lies on disk, before anything in it is read as notes.
 *
 * @param position where it shows, in UTF-16
 * @param what the fault in a few words
 */
public record FileFinding(Kind kind, Position position, String what) {

    /** What may be wrong with a file. */
    public enum Kind {
        /** It is so large that it is not read. */
        TOO_LARGE,
        /** Some of its bytes are no UTF-8; each such place was read as a replacement character. */
        INVALID_UTF8,
        /** It is the graph's {@code logseq/config.edn} and no map of settings. */
        BROKEN_CONFIG,
        /** It is the graph's {@code logseq/logseq-ls.json} and holds what this program does not know. */
        BROKEN_CHECKS,
        /** It begins with a byte order mark, which Logseq takes for text (format.md 1.5). */
        BOM,
        /** A line ends with a carriage return alone, which Logseq turns into a line feed. */
        LONE_CR;

        /** Whether something of the file is lost to whoever reads it. */
        public boolean isLoss() {
            return this != BOM && this != LONE_CR;
        }
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A finding about a file as a whole. */
    public static FileFinding ofWhole(Kind kind, String what) {
        return new FileFinding(kind, new Position(0, 0), what);
    }

    /** What is found in the text of a page as it lies on disk. */
    public static ImmutableList<FileFinding> inText(Text text) {
        ImmutableList.Builder<FileFinding> found = ImmutableList.builder();
        if (text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK) {
            found.add(ofWhole(Kind.BOM, "a byte order mark"));
        }
        int loneCr = loneCr(text.string());
        if (loneCr >= 0) {
            found.add(new FileFinding(
                    Kind.LONE_CR, text.position(loneCr, Encoding.UTF16), "a carriage return without a line feed"));
        }
        return found.build();
    }

    private static int loneCr(String text) {
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
            if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
                return at;
            }
        }
        return -1;
    }

    /** The finding with line and column as people count them, where it has a place in the file. */
    @Override
    public String toString() {
        return kind == Kind.TOO_LARGE
                ? what
                : "line %d, column %d: %s".formatted(position.line() + 1, position.column() + 1, what);
    }
}
