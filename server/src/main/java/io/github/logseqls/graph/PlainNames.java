package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;
import java.util.BitSet;
import java.util.List;

/** The plain names in a value such as that of {@code tags::}, with offsets in it: commas and markup part them. */
final class PlainNames {

    private PlainNames() {}

    /** The names in {@code value}, which has markup in some spans. */
    static ImmutableList<Span> in(String value, List<Span> markup) {
        BitSet parts = new BitSet(value.length());
        markup.forEach(span -> parts.set(span.start(), span.end()));

        ImmutableList.Builder<Span> names = ImmutableList.builder();
        int from = 0;
        while (from <= value.length()) {
            int end = from;
            while (end < value.length() && ",，".indexOf(value.charAt(end)) < 0 && !parts.get(end)) {
                end++;
            }
            Span name = trimmed(value, from, end);
            if (!name.isEmpty()) {
                names.add(name);
            }
            from = end + 1;
        }
        return names.build();
    }

    private static Span trimmed(String value, int from, int end) {
        int start = from;
        int last = end;
        while (start < last && Whitespace.ANY.matches(value.charAt(start))) {
            start++;
        }
        while (last > start && Whitespace.ANY.matches(value.charAt(last - 1))) {
            last--;
        }
        return new Span(start, last);
    }
}
