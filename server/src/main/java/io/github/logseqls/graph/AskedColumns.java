package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.AskedName.Form;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the keys of properties that a table of results has as its columns, or is sorted by. */
final class AskedColumns {

    /** What a question sorts by, and what it takes out of the properties of a block. */
    private static final Pattern TERM =
            Pattern.compile("\\((?:sort-by\\s+:?|get\\s+\\?[^\\s()]+\\s+:)([^\\s()\\[\\]{}\"#:?]+)");

    private static final Pattern LISTED = Pattern.compile(":?([^\\s\\[\\]\":,]+)");

    /** What tables know without a property. */
    private static final ImmutableSet<String> OWN = ImmutableSet.of("block", "page", "created-at", "updated-at");

    private static final ImmutableSet<String> KEYS = ImmutableSet.of("query-properties", "query-sort-by");

    private AskedColumns() {}

    /** Whether a property says how the table of its block is shown. */
    static boolean isOfTable(Property property) {
        return KEYS.contains(property.key().name());
    }

    /** Those that the value of such a property names. */
    static ImmutableList<AskedName> ofTable(Outline outline, Span value) {
        return in(outline, value, LISTED);
    }

    /** Those in the terms of a question. */
    static ImmutableList<AskedName> inTerms(Outline outline, Span question) {
        return in(outline, question, TERM);
    }

    private static ImmutableList<AskedName> in(Outline outline, Span span, Pattern columns) {
        ImmutableList.Builder<AskedName> found = ImmutableList.builder();
        Matcher key = columns.matcher(outline.text().slice(span));
        while (key.find()) {
            PropertyKey known = PropertyKey.of(key.group(1));
            if (!OWN.contains(known.name())) {
                Span name = new Span(key.start(1), key.end(1)).shift(span.start());
                found.add(new AskedName(Form.WORD, name, new Target.OfKey(known.name())));
            }
        }
        return found.build();
    }
}
