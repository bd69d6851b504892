package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct.Kind;
import io.github.logseqls.text.Span;
import java.util.Optional;

/** Reads property groups (format.md 2.1 and 2.2); spans are offsets in the text given. */
final class PropertyLines {

    private PropertyLines() {}

    /** The group of consecutive {@code key:: value} lines whose first one begins at {@code at}. */
    static Optional<ConstructAt> markdown(String text, int at) {
        ImmutableList.Builder<Property> properties = ImmutableList.builder();
        int end = at;
        int line = at;
        while (line < text.length()) {
            Optional<Property> property = line(text, Chars.skipSpaces(text, line));
            if (property.isEmpty()) {
                break;
            }
            properties.add(property.get());
            end = Math.max(
                    property.get().valueSpan().end(), property.get().keySpan().end() + 2);
            line = Chars.skipLineEnd(text, Chars.lineEnd(text, end));
        }
        return end == at ? Optional.empty() : Optional.of(group(at, end, properties.build()));
    }

    /** A {@code :PROPERTIES:} drawer that spans {@code at} to {@code end}; its lines read {@code :key: value}. */
    static ConstructAt drawer(String text, int at, int end) {
        ImmutableList.Builder<Property> properties = ImmutableList.builder();
        int line = Chars.skipLineEnd(text, Chars.lineEnd(text, at));
        while (line < end) {
            int lineEnd = Chars.lineEnd(text, line);
            int key = Chars.skipSpaces(text, line) + 1;
            int colon = text.indexOf(':', key);
            if (text.charAt(key - 1) == ':' && colon > key && colon < lineEnd && lineEnd < end) {
                properties.add(property(text, key, colon, colon + 1, lineEnd));
            }
            line = Chars.skipLineEnd(text, lineEnd);
        }
        return group(at, end, properties.build());
    }

    private static Optional<Property> line(String text, int at) {
        int keyEnd = at;
        while (keyEnd < text.length() && text.charAt(keyEnd) != ':' && !Chars.isSpaceOrLineEnd(text.charAt(keyEnd))) {
            keyEnd++;
        }
        if (keyEnd == at || !text.startsWith("::", keyEnd)) {
            return Optional.empty();
        }
        int behind = keyEnd + 2;
        int lineEnd = Chars.lineEnd(text, behind);
        boolean separated = behind < lineEnd && text.charAt(behind) == ' ';
        boolean noValue = Chars.skipSpaces(text, behind) == lineEnd;
        return separated || noValue ? Optional.of(property(text, at, keyEnd, behind, lineEnd)) : Optional.empty();
    }

    private static Property property(String text, int key, int keyEnd, int behind, int lineEnd) {
        int start = Math.min(Chars.skipSpaces(text, behind), lineEnd);
        int end = Chars.trimEnd(text, start, lineEnd);
        return new Property(
                PropertyKey.of(text.substring(key, keyEnd)),
                text.substring(start, end),
                new Span(key, keyEnd),
                new Span(start, end));
    }

    private static ConstructAt group(int start, int end, ImmutableList<Property> properties) {
        return new ConstructAt(new Construct(Kind.PROPERTIES, new Span(start, end), ""), properties);
    }
}
