package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Finds the title that a page gives itself (format.md 2.3). Front matter and {@code #+key: value} lines count wherever they
 * stand; where there is any, nothing else does. A group of properties counts where the page begins with it.
 */
final class TitleProperty {

    private TitleProperty() {}

    static Optional<String> of(Outline outline, List<WrittenProperty> directives) {
        return (directives.isEmpty() ? leading(outline) : directives)
                .stream()
                        .filter(property -> property.key().equalsIgnoreCase("title"))
                        .reduce((first, last) -> last)
                        .map(WrittenProperty::text);
    }

    /** The properties that the page begins with. */
    private static List<WrittenProperty> leading(Outline outline) {
        if (outline.size() == 0 || outline.block(0).kind() != Block.Kind.PREAMBLE) {
            return ImmutableList.of();
        }
        // Before the markup of the preamble is put in order: each edit of a page asks for its title.
        ImmutableList<Construct> constructs = outline.block(0).constructs();
        boolean leads = !constructs.isEmpty()
                && constructs.get(0).kind() == Construct.Kind.PROPERTIES
                && outline.text()
                        .slice(new Span(0, constructs.get(0).span().start()))
                        .chars()
                        .allMatch(c -> " \t\f\u001a".indexOf(c) >= 0);
        return leads ? BlockProperties.written(BlockSource.of(outline, 0)) : ImmutableList.of();
    }
}
