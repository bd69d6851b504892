package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the value of a page's own property stands: before the first bullet, in a directive or in front matter. */
public final class PropertyPlace {

    private PropertyPlace() {}

    /** The value for {@code key} in UTF-16 offsets in the page; empty where it is not written or is blank. */
    public static Optional<Span> of(Outline outline, String key) {
        Optional<Span> inDirective = inDirective(outline, key);
        boolean preamble = outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE;
        return inDirective.isPresent() || !preamble
                ? inDirective
                : outline.block(0).property(key).map(Property::valueSpan).filter(span -> !span.isEmpty());
    }

    private static Optional<Span> inDirective(Outline outline, String key) {
        Pattern line = Pattern.compile("(?im)^(?:#\\+)?" + Pattern.quote(key) + ":[ \t]*([^\r\n]*[^ \t\r\n])");
        Span last = new Span(0, 0);
        for (int index = 0; index < outline.size(); index++) {
            for (Span lines : directives(outline, index)) {
                Matcher value = line.matcher(outline.text().slice(lines));
                while (value.find()) {
                    last = new Span(value.start(1), value.end(1)).shift(lines.start());
                }
            }
        }
        return last.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    private static ImmutableList<Span> directives(Outline outline, int index) {
        return outline.block(index).constructs().stream()
                .filter(PropertyPlace::speaksForPage)
                .map(construct -> outline.inPage(index, construct.span()))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean speaksForPage(Construct construct) {
        return construct.kind() == Construct.Kind.DIRECTIVE || construct.kind() == Construct.Kind.FRONT_MATTER;
    }
}
