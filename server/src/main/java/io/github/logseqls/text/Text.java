package io.github.logseqls.text;

import java.util.Arrays;

/**
 * An immutable text and its lines. Offsets are UTF-16, lines count from 0 and end as in LSP: at LF, CRLF or a lone CR.
 */
public final class Text {

    private static final Text EMPTY = new Text("", new int[1]);

    private final String string;
    private final int[] lineStarts;

    private Text(String string, int[] lineStarts) {
        this.string = string;
        this.lineStarts = lineStarts;
    }

    public static Text of(String string) {
        return string.isEmpty() ? EMPTY : new Text(string, lineStarts(string));
    }

    public String string() {
        return string;
    }

    public int length() {
        return string.length();
    }

    public String slice(Span span) {
        return string.substring(span.start(), span.end());
    }

    /** The number of lines; a text that ends with a line end has an empty last line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The line that holds {@code offset}. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** The offset at which {@code line} starts. */
    public int lineStart(int line) {
        return lineStarts[line];
    }

    /** A line without its line end. */
    public Span line(int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : string.length();
        int start = lineStarts[line];
        while (end > start && isLineEnd(string.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    public boolean isBlankLine(int line) {
        Span span = line(line);
        for (int at = span.start(); at < span.end(); at++) {
            if (!Character.isWhitespace(string.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    public Position position(int offset, Encoding encoding) {
        int line = lineOf(offset);
        int start = lineStarts[line];
        if (encoding == Encoding.UTF16) {
            return new Position(line, offset - start);
        }
        int column = 0;
        for (int at = start; at < offset; ) {
            int codePoint = string.codePointAt(at);
            column += encoding.width(codePoint);
            at += Character.charCount(codePoint);
        }
        return new Position(line, column);
    }

    /**
     * The offset of a position. As LSP asks, a column behind the end of its line means the end of the line; so does a
     * line behind the last one mean the end of the text. A column inside a character means its start.
     */
    public int offset(Position position, Encoding encoding) {
        if (position.line() >= lineStarts.length) {
            return string.length();
        }
        Span line = line(Math.max(0, position.line()));
        int at = line.start();
        int left = position.column();
        while (at < line.end() && left > 0) {
            int codePoint = string.codePointAt(at);
            int width = encoding.width(codePoint);
            if (width > left) {
                break;
            }
            left -= width;
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /** This text after an edit; the lines before it and behind it are not looked for again. */
    public Text with(Edit edit) {
        Span span = edit.span();
        String changed = new StringBuilder(string.length() + edit.growth())
                .append(string, 0, span.start())
                .append(edit.replacement())
                .append(string, span.end(), string.length())
                .toString();
        return changed.isEmpty() ? EMPTY : new Text(changed, lineStarts(changed, edit));
    }

    /** Line starts of the changed text: the old ones outside the edit, moved behind it, and new ones around it. */
    private int[] lineStarts(String changed, Edit edit) {
        // One line earlier, since an edit can part a CR from its LF or join them.
        int first = Math.max(0, lineOf(edit.span().start()) - 1);
        int behind = lineOf(edit.span().end()) + 1;
        int to = behind < lineStarts.length ? lineStarts[behind] + edit.growth() : changed.length();
        int[] around = lineStarts(changed, lineStarts[first], to);
        int kept = Math.max(0, lineStarts.length - behind);
        boolean startsAgain = kept > 0 && around[around.length - 1] == to;
        int fresh = around.length - (startsAgain ? 1 : 0);
        int[] starts = new int[first + fresh + kept];
        System.arraycopy(lineStarts, 0, starts, 0, first);
        System.arraycopy(around, 0, starts, first, fresh);
        for (int line = 0; line < kept; line++) {
            starts[first + fresh + line] = lineStarts[behind + line] + edit.growth();
        }
        return starts;
    }

    public static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && string.equals(text.string);
    }

    @Override
    public int hashCode() {
        return string.hashCode();
    }

    @Override
    public String toString() {
        return string;
    }

    private static int[] lineStarts(String string) {
        return lineStarts(string, 0, string.length());
    }

    /** The starts of the lines from {@code from}, where one begins, to {@code to}, which may be one. */
    private static int[] lineStarts(String string, int from, int to) {
        int[] starts = new int[16];
        starts[0] = from;
        int count = 1;
        for (int at = from; at < to; at++) {
            char c = string.charAt(at);
            if (!isLineEnd(c)) {
                continue;
            }
            if (c == '\r' && at + 1 < string.length() && string.charAt(at + 1) == '\n') {
                at++;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
