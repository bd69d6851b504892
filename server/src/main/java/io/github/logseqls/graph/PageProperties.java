package io.github.logseqls.graph;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PropertyKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Logseq keeps of a page's own properties: those of the text before its first bullet, in whose place directives and
 * front matter stand where there are any (format.md 2.3).
 */
public record PageProperties(ImmutableMap<String, PropertyValue> values) {

    /** The values as they are written, by their keys in normal form; of a page that has text before its first bullet. */
    public static ImmutableMap<String, String> texts(Page page) {
        return ofPreamble(page)
                .map(properties -> ImmutableMap.copyOf(properties.texts()))
                .orElseGet(ImmutableMap::of);
    }

    /** The other titles of a page, as spelt there. */
    public static ImmutableSet<String> aliases(Page page) {
        return of(page.outline(), Directives.of(page.outline()), page.config()).aliases(PageName.of(page.title()));
    }

    private static Optional<BlockProperties> ofPreamble(Page page) {
        Outline outline = page.outline();
        boolean preamble = outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE;
        return preamble
                ? Optional.of(ofPreamble(BlockSource.of(outline, 0), Directives.of(outline), page.config()))
                : Optional.empty();
    }

    /** The properties of a page whose directives are known. */
    static PageProperties of(Outline outline, List<WrittenProperty> directives, GraphConfig config) {
        return outline.size() > 0 && outline.block(0).kind() == Block.Kind.PREAMBLE
                ? new PageProperties(ofPreamble(BlockSource.of(outline, 0), directives, config)
                        .values())
                : asWritten(directives, outline, config);
    }

    /** The properties of a preamble. */
    static BlockProperties ofPreamble(BlockSource preamble, List<WrittenProperty> directives, GraphConfig config) {
        return directives.isEmpty()
                ? BlockProperties.of(preamble, config)
                : BlockProperties.of(directives, preamble.syntax(), config);
    }

    /** The other titles of the page {@code name}, as spelt. */
    ImmutableSet<String> aliases(PageName name) {
        return titles("alias").stream()
                .filter(alias -> !PageName.of(alias).equals(name))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The titles of the pages that it is tagged with, as spelt. */
    ImmutableSet<String> tags() {
        return titles("tags");
    }

    /** The properties of a page without a preamble: their keys are in lower case, and otherwise as written. */
    static PageProperties asWritten(List<WrittenProperty> directives, Outline outline, GraphConfig config) {
        PropertyReader reader = new PropertyReader(outline.syntax(), config);
        ImmutableMap.Builder<String, PropertyValue> properties = ImmutableMap.builder();
        for (WrittenProperty directive : directives) {
            PropertyKey key = new PropertyKey(directive.key().toLowerCase(Locale.ROOT));
            if (key.isValid()) {
                properties.put(key.name(), reader.value(new PropertyKey(directive.key()), directive));
            }
        }
        return new PageProperties(properties.buildKeepingLast());
    }

    private ImmutableSet<String> titles(String key) {
        PropertyValue value = values.get(key);
        if (value instanceof PropertyValue.Pages pages) {
            return pages.titles().stream()
                    .filter(title -> !Whitespace.isBlank(title))
                    .collect(ImmutableSet.toImmutableSet());
        }
        return value instanceof PropertyValue.Words words && !Whitespace.isBlank(words.text())
                ? ImmutableSet.of(words.text())
                : ImmutableSet.of();
    }
}
