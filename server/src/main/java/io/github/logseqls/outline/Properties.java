package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct.Kind;
import io.github.logseqls.text.Span;
import java.util.Optional;

/**
 * Reads one group of properties (format.md 2.1 and 2.2): {@code key:: value} lines, {@code :PROPERTIES:} drawers and {@code #+key:
 * value} lines that follow each other; spans are offsets in the text given.
 */
final class Properties {

    private final Syntax syntax;
    private final String text;
    private final Ahead ahead;
    private final ImmutableList.Builder<Property> properties = ImmutableList.builder();
    /** The end of the last property or drawer. */
    private int end;
    /** Where what may still belong to the group begins. */
    private int next;

    private Properties(Syntax syntax, String text, Ahead ahead, int start) {
        this.syntax = syntax;
        this.text = text;
        this.ahead = ahead;
        this.end = start;
        this.next = start;
    }

    /** Whether a group might begin at {@code at}, where no white space stands. */
    static boolean open(Syntax syntax, String text, Ahead ahead, int at) {
        return text.charAt(at) == ':'
                || text.startsWith("#+", at)
                || syntax == Syntax.MARKDOWN && isKey(text, at, ahead.next(Until.COLON_IN_WORD, at));
    }

    /** The group that begins at {@code start}, where no white space stands; {@code ahead} looks ahead in the same text. */
    static Optional<ConstructAt> group(Syntax syntax, String text, Ahead ahead, int start) {
        return open(syntax, text, ahead, start)
                ? new Properties(syntax, text, ahead, start).group(start)
                : Optional.empty();
    }

    private Optional<ConstructAt> group(int start) {
        boolean any = false;
        while (line() || drawer() || keyword()) {
            any = true;
        }
        Construct group = new Construct(Kind.PROPERTIES, new Span(start, end), "", next);
        return any ? Optional.of(new ConstructAt(group, properties.build())) : Optional.empty();
    }

    private boolean line() {
        if (syntax == Syntax.ORG) {
            return false;
        }
        int key = Chars.skipSpaces(text, next);
        int keyEnd = ahead.next(Until.COLON_IN_WORD, key);
        if (!isKey(text, key, keyEnd)) {
            return false;
        }
        int behind = keyEnd + 2;
        int value = Chars.skipSpaces(text, behind);
        int lineEnd = ahead.next(Until.LINE_END, value);
        boolean separated = value == lineEnd || text.charAt(behind) == ' ';
        if (!separated || !Chars.isEndOrNewline(text, lineEnd)) {
            return false;
        }
        add(key, keyEnd, value, lineEnd);
        next = Chars.skipNewline(text, lineEnd);
        return true;
    }

    private static boolean isKey(String text, int key, int keyEnd) {
        return keyEnd > key && text.startsWith("::", keyEnd);
    }

    /** A drawer holds nothing but properties: with anything else in it, it is one of those that Logseq ignores. */
    private boolean drawer() {
        int opener = Chars.skipSpaces(text, next);
        int firstLine = opener + ":PROPERTIES:".length();
        int line = Chars.startsWithIgnoreCase(text, opener, ":PROPERTIES:")
                ? Chars.skipNewline(text, firstLine)
                : firstLine;
        if (line == firstLine) {
            return false;
        }
        ImmutableList.Builder<Span> lines = ImmutableList.builder();
        int colon = drawerKeyEnd(line);
        while (colon >= 0) {
            int lineEnd = Chars.lineEnd(text, colon);
            if (!Chars.isEndOrNewline(text, lineEnd)) {
                return false;
            }
            lines.add(new Span(colon, lineEnd));
            line = Chars.skipNewline(text, lineEnd);
            colon = drawerKeyEnd(line);
        }
        int closer = Chars.skipSpaces(text, line);
        if (!Chars.startsWithIgnoreCase(text, closer, ":END:")) {
            return false;
        }
        for (Span behindKey : lines.build()) {
            int key = text.lastIndexOf(':', behindKey.start() - 1) + 1;
            add(key, behindKey.start(), behindKey.start() + 1, behindKey.end());
        }
        end = closer + ":END:".length();
        next = Chars.skipNewline(text, end);
        return true;
    }

    /** The second colon of the {@code :key:} that a line of a drawer begins with, or -1; the end of a drawer is none. */
    private int drawerKeyEnd(int line) {
        int key = Chars.skipSpaces(text, line) + 1;
        if (!text.startsWith(":", key - 1)) {
            return -1;
        }
        int colon = key;
        while (colon < text.length()
                && text.charAt(colon) != ':'
                && text.charAt(colon) != ' '
                && !Chars.isLineEnd(text.charAt(colon))) {
            colon++;
        }
        boolean named = colon > key && text.startsWith(":", colon);
        return named && !(colon == key + 3 && Chars.startsWithIgnoreCase(text, key, "end")) ? colon : -1;
    }

    private boolean keyword() {
        int opener = Chars.skipSpaces(text, Chars.skipLineEnds(text, next));
        int key = opener + 2;
        if (!text.startsWith("#+", opener)) {
            return false;
        }
        int keyEnd = ahead.next(Until.COLON_IN_WORD, key);
        if (keyEnd == key || !text.startsWith(":", keyEnd)) {
            return false;
        }
        int lineEnd = Chars.lineEnd(text, keyEnd);
        add(key, keyEnd, keyEnd + 1, lineEnd);
        next = Chars.skipLineEnds(text, lineEnd);
        return true;
    }

    private void add(int key, int keyEnd, int behind, int lineEnd) {
        int start = Math.min(Chars.skipSpaces(text, behind), lineEnd);
        int valueEnd = Chars.trimmedEnd(text, start, lineEnd);
        properties.add(new Property(
                PropertyKey.of(text.substring(key, keyEnd)),
                text.substring(start, valueEnd),
                new Span(key, keyEnd),
                new Span(start, valueEnd)));
        end = Math.max(valueEnd, behind);
    }
}
