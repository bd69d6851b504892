package io.github.logseqls.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable text and its lines. Offsets are UTF-16, lines count from 0 and end as in LSP: at LF, CRLF or a lone CR.
 *
 * <p>It is kept in pieces, of which an edit copies only the touched ones: what an edit costs does not grow with the text, but
 * for a list of some hundred numbers a megabyte.
 */
public final class Text {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Text EMPTY = new Text(new Piece[] {Piece.of("")}, false);

    private final Piece[] pieces;
    /** Where each piece begins; last, the length. */
    private final int[] starts;
    /**
     * How many lines start in the pieces before each one, the first line not counted; last, in all of them. Found when first asked
     * for: most pages are only read.
     */
    private volatile int @Nullable [] lines;
    /** Whether this is what lies in a file, rather than what an editor shows. */
    private final boolean isFile;

    private Text(Piece[] pieces, boolean isFile) {
        this.pieces = pieces;
        this.isFile = isFile;
        this.starts = new int[pieces.length + 1];
        for (int i = 0; i < pieces.length; i++) {
            starts[i + 1] = starts[i] + pieces[i].length();
        }
    }

    public static Text of(String string) {
        return of(string, false);
    }

    /**
     * The text of a file that no editor has open. An editor that opens it takes a byte order mark away, and puts it back when it
     * writes the file: positions do not count that.
     */
    public static Text ofFile(String string) {
        return of(string, true);
    }

    private static Text of(String string, boolean isFile) {
        if (string.isEmpty()) {
            return EMPTY;
        }
        Piece[] pieces = new Piece[Piece.count(string)];
        cut(string, pieces, 0, pieces.length);
        return new Text(pieces, isFile);
    }

    /** The whole text in one string, which is made anew for each call where the text is long. */
    public String string() {
        return pieces.length == 1 ? pieces[0].string() : slice(new Span(0, length()));
    }

    public int length() {
        return starts[pieces.length];
    }

    public char charAt(int offset) {
        int piece = pieceAt(offset);
        return pieces[piece].string().charAt(offset - starts[piece]);
    }

    /** The first place of a character from {@code from} on; -1 where there is none. */
    public int indexOf(char c, int from) {
        for (int piece = pieceAt(from); piece < pieces.length; piece++) {
            int at = pieces[piece].string().indexOf(c, from - starts[piece]);
            if (at >= 0) {
                return starts[piece] + at;
            }
        }
        return -1;
    }

    public String slice(Span span) {
        int first = pieceAt(span.start());
        if (span.end() <= starts[first + 1]) {
            return pieces[first].string().substring(span.start() - starts[first], span.end() - starts[first]);
        }
        StringBuilder slice = new StringBuilder(span.length());
        append(slice, span.start(), span.end());
        return slice.toString();
    }

    /** A question about a part of a string. */
    public interface Question {
        boolean ask(String string, int from, int to);
    }

    /** The answer for a part of this text, which is copied only where it lies in several pieces. */
    public boolean ask(Span span, Question question) {
        int first = pieceAt(span.start());
        int start = starts[first];
        return span.end() <= starts[first + 1]
                ? question.ask(pieces[first].string(), span.start() - start, span.end() - start)
                : question.ask(slice(span), 0, span.length());
    }

    /** Whether there is nothing but white space. */
    public boolean isBlank() {
        for (Piece piece : pieces) {
            if (!piece.string().isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The number of lines; a text that ends with a line end has an empty last line. */
    public int lineCount() {
        return lines()[pieces.length] + 1;
    }

    /** The line that holds {@code offset}. */
    public int lineOf(int offset) {
        int piece = pieceAt(offset);
        return lines()[piece] + pieces[piece].lineStartsUpTo(offset - starts[piece]);
    }

    /** The offset at which {@code line} starts. */
    public int lineStart(int line) {
        if (line == 0) {
            return 0;
        }
        int[] before = lines();
        if (line < 0 || line > before[pieces.length]) {
            throw new IndexOutOfBoundsException("no line " + line);
        }
        int piece = lastUpTo(before, line - 1);
        return starts[piece] + pieces[piece].lineStart(line - 1 - before[piece]);
    }

    /** A line without its line end. */
    public Span line(int line) {
        int end = line + 1 < lineCount() ? lineStart(line + 1) : length();
        int start = lineStart(line);
        while (end > start && isLineEnd(charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    public boolean isBlankLine(int line) {
        Span span = line(line);
        for (int at = span.start(); at < span.end(); at++) {
            if (!Character.isWhitespace(charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** A part of the text without white space and line ends at both ends. */
    public Span trimmed(Span span) {
        int start = span.start();
        while (start < span.end() && Character.isWhitespace(charAt(start))) {
            start++;
        }
        int end = span.end();
        while (end > start && Character.isWhitespace(charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    public Position position(int offset, Encoding encoding) {
        int line = lineOf(offset);
        int start = Math.min(shownStart(line), offset);
        if (encoding == Encoding.UTF16) {
            return new Position(line, offset - start);
        }
        return new Position(line, width(new Span(start, offset), encoding));
    }

    /** The offset at which an editor shows {@code line} to start. */
    private int shownStart(int line) {
        boolean isMarked = isFile && line == 0 && length() > 0 && charAt(0) == BYTE_ORDER_MARK;
        return isMarked ? 1 : lineStart(line);
    }

    /** How many units a part of a line takes. Whole pieces know that: a line of a megabyte is not measured for each place in it. */
    private int width(Span span, Encoding encoding) {
        int first = pieceAt(span.start());
        int last = pieceAt(span.end());
        if (first == last) {
            return encoding.width(slice(span));
        }
        int width = encoding.width(slice(new Span(span.start(), starts[first + 1])));
        for (int piece = first + 1; piece < last; piece++) {
            width += pieces[piece].width(encoding);
        }
        return width + encoding.width(slice(new Span(starts[last], span.end())));
    }

    /**
     * The offset of a position. As LSP asks, a column behind the end of its line means the end of the line; so does a
     * line behind the last one mean the end of the text. A column inside a character means its start.
     */
    public int offset(Position position, Encoding encoding) {
        if (position.line() >= lineCount()) {
            return length();
        }
        Span whole = line(Math.max(0, position.line()));
        Span span = new Span(shownStart(Math.max(0, position.line())), whole.end());
        // A character takes one unit at least: what the column may reach lies within as many UTF-16 units twice.
        int reach = (int) Math.min(span.length(), Math.max(0, position.column()) * 2L);
        String line = slice(new Span(span.start(), span.start() + reach));
        int at = 0;
        int left = position.column();
        while (at < line.length() && left > 0) {
            int codePoint = line.codePointAt(at);
            int width = encoding.width(codePoint);
            if (width > left) {
                break;
            }
            left -= width;
            at += Character.charCount(codePoint);
        }
        return span.start() + at;
    }

    /** This text after an edit; shares all pieces but those that the edit touches. */
    public Text with(Edit edit) {
        Span span = edit.span();
        if (length() + edit.growth() == 0) {
            return EMPTY;
        }
        // The characters on both sides of the edit belong to what is cut again, since it may join or part a CRLF.
        int first = pieceAt(Math.max(0, span.start() - 1));
        int last = pieceAt(span.end());
        int length = starts[last + 1] - starts[first] + edit.growth();
        if (length < Piece.LENGTH / 2 && last + 1 < pieces.length) {
            last++;
            length += pieces[last].length();
        }
        StringBuilder around = new StringBuilder(length);
        append(around, starts[first], span.start());
        around.append(edit.replacement());
        append(around, span.end(), starts[last + 1]);
        return replaced(first, last + 1, around.toString());
    }

    /** This text after edits, all of which are of this text, in its order and without overlap. */
    public Text withAll(List<Edit> edits) {
        StringBuilder after = new StringBuilder(length());
        int at = 0;
        for (Edit edit : edits) {
            append(after, at, edit.span().start());
            after.append(edit.replacement());
            at = edit.span().end();
        }
        append(after, at, length());
        return of(after.toString(), isFile);
    }

    /** This text with {@code string} instead of the pieces from {@code first} to before {@code behind}. */
    private Text replaced(int first, int behind, String string) {
        int fresh = Piece.count(string);
        Piece[] changed = new Piece[first + fresh + pieces.length - behind];
        System.arraycopy(pieces, 0, changed, 0, first);
        cut(string, changed, first, fresh);
        System.arraycopy(pieces, behind, changed, first + fresh, pieces.length - behind);
        return new Text(changed, isFile);
    }

    private static void cut(String string, Piece[] into, int at, int count) {
        for (int i = 0; i < count; i++) {
            into[at + i] = Piece.of(string.substring(Piece.cut(string, i, count), Piece.cut(string, i + 1, count)));
        }
    }

    private void append(StringBuilder to, int start, int end) {
        for (int piece = pieceAt(start); piece < pieces.length && starts[piece] < end; piece++) {
            int from = Math.max(0, start - starts[piece]);
            int behind = Math.min(pieces[piece].length(), end - starts[piece]);
            // A builder takes a string at once, but a part of one character by character.
            to.append(pieces[piece].string().substring(from, behind));
        }
    }

    private int[] lines() {
        int[] known = lines;
        if (known == null) {
            known = new int[pieces.length + 1];
            for (int i = 0; i < pieces.length; i++) {
                known[i + 1] = known[i] + pieces[i].lineStarts();
            }
            lines = known;
        }
        return known;
    }

    /** The piece that holds {@code offset}; the last one at the end of the text. */
    private int pieceAt(int offset) {
        if (offset >= starts[pieces.length]) {
            return pieces.length - 1;
        }
        // Pieces are of much the same length, so that the first guess is right almost always.
        int guess = (int) ((long) Math.max(0, offset) * pieces.length / starts[pieces.length]);
        return starts[guess] <= offset && offset < starts[guess + 1] ? guess : lastUpTo(starts, offset);
    }

    /** The last index whose value is at most {@code value}; the values ascend, and the last of equal ones counts. */
    private static int lastUpTo(int[] ascending, int value) {
        int low = 0;
        int high = ascending.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ascending[middle] <= value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    public static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && length() == text.length() && string().equals(text.string());
    }

    @Override
    public int hashCode() {
        return string().hashCode();
    }

    @Override
    public String toString() {
        return string();
    }
}
