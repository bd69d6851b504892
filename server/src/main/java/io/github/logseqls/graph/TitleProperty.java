package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import java.util.List;
import java.util.Optional;

/**
 * Finds the title that a page gives itself (format.md 2.3). Front matter and {@code #+key: value} lines count wherever they
 * stand; where there is any, nothing else does. A group of properties counts where the page begins with it.
 */
final class TitleProperty {

    private TitleProperty() {}

    static Optional<String> of(Outline outline) {
        List<WrittenProperty> directives = Directives.of(outline);
        return (directives.isEmpty() ? leading(outline) : directives)
                .stream()
                        .filter(property -> property.key().equalsIgnoreCase("title"))
                        .reduce((first, last) -> last)
                        .map(WrittenProperty::text);
    }

    /** The properties that the page begins with. */
    private static List<WrittenProperty> leading(Outline outline) {
        if (outline.size() == 0 || outline.block(0).properties().isEmpty()) {
            return ImmutableList.of();
        }
        BlockSource preamble = BlockSource.of(outline, 0);
        Construct first = preamble.block().constructs().get(0);
        String before = preamble.text().substring(0, first.span().start());
        boolean leads = preamble.isPreamble()
                && first.kind() == Construct.Kind.PROPERTIES
                && before.chars().allMatch(c -> " \t\f\u001a".indexOf(c) >= 0);
        return leads ? BlockProperties.written(preamble) : ImmutableList.of();
    }
}
