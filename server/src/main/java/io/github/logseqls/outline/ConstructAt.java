package io.github.logseqls.outline;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.text.Span;

/**
 * A construct as it was met while scanning, with spans inside the page.
 *
 * @param properties what a property group holds; empty for all other kinds
 */
record ConstructAt(Construct construct, ImmutableList<Property> properties) {

    ConstructAt(Construct.Kind kind, int start, int end, String name) {
        this(new Construct(kind, new Span(start, end), name), ImmutableList.of());
    }

    ConstructAt(Construct.Kind kind, int start, int end) {
        this(kind, start, end, "");
    }

    int end() {
        return construct.span().end();
    }
}
