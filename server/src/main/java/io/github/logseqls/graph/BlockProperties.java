package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The properties that Logseq keeps of a block.
 *
 * @param values what each key stands for; the last one counts where a key is written twice
 * @param order the keys as they were written, one that is written twice also twice
 * @param texts the values as they were written
 * @param invalid the keys that Logseq does not take, in their normal form; their values are lost
 * @param pages the titles of the pages that keys and values refer to, as spelt there
 * @param blocks the blocks that values refer to
 * @param references the markup that does so, with spans from the start of the block
 */
public record BlockProperties(
        ImmutableMap<String, PropertyValue> values,
        ImmutableList<String> order,
        ImmutableMap<String, String> texts,
        ImmutableSortedSet<String> invalid,
        ImmutableSet<String> pages,
        ImmutableSet<BlockId> blocks,
        ImmutableList<Inline> references) {

    static final BlockProperties NONE = of(ImmutableList.of(), Syntax.MARKDOWN, GraphConfig.DEFAULT);

    /** The properties of a block by its first group of them. */
    static BlockProperties of(BlockSource source, GraphConfig config) {
        return of(written(source), source.syntax(), config);
    }

    static BlockProperties of(List<WrittenProperty> written, Syntax syntax, GraphConfig config) {
        ImmutableMap.Builder<String, PropertyValue> values = ImmutableMap.builder();
        ImmutableList.Builder<String> order = ImmutableList.builder();
        ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
        ImmutableSortedSet.Builder<String> invalid = ImmutableSortedSet.naturalOrder();
        Set<String> pages = new LinkedHashSet<>();
        ImmutableSet.Builder<BlockId> blocks = ImmutableSet.builder();
        ImmutableList.Builder<Inline> references = ImmutableList.builder();
        PropertyReader reader = new PropertyReader(syntax, config);
        for (WrittenProperty property : written) {
            PropertyKey known = PropertyKey.of(property.key());
            String key = known.name();
            if (!known.isValid()) {
                invalid.add(key);
                continue;
            }
            PropertyValue value = reader.value(known, property);
            values.put(key, value);
            order.add(key);
            texts.put(key, property.text());
            pages.addAll(reader.pages(known, value, property));
            for (BlockRef ref : property.blockRefs()) {
                ref.id().ifPresent(blocks::add);
                references.add(ref);
            }
            if (!PropertyReader.isUnparsed(known)) {
                references.addAll(property.pageRefs(syntax));
            }
        }
        return new BlockProperties(
                values.buildKeepingLast(),
                order.build(),
                texts.buildKeepingLast(),
                invalid.build(),
                ImmutableSet.copyOf(pages),
                blocks.build(),
                references.build());
    }

    /** These without what is written for {@code key}. */
    BlockProperties without(String key) {
        return new BlockProperties(
                without(values, key),
                order.stream().filter(other -> !other.equals(key)).collect(ImmutableList.toImmutableList()),
                without(texts, key),
                invalid,
                pages,
                blocks,
                references);
    }

    /** These with another value for {@code key} that is not written as a property. */
    BlockProperties with(String key, PropertyValue value) {
        return new BlockProperties(
                ImmutableMap.<String, PropertyValue>builder()
                        .putAll(values)
                        .put(key, value)
                        .buildKeepingLast(),
                order,
                texts,
                invalid,
                pages,
                blocks,
                references);
    }

    private static <V> ImmutableMap<String, V> without(Map<String, V> map, String key) {
        return map.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(key))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The properties of the first group, as they stand there. */
    static ImmutableList<WrittenProperty> written(BlockSource source) {
        ImmutableList.Builder<WrittenProperty> written = ImmutableList.builder();
        String text = source.text();
        for (Property property : source.block().properties()) {
            Span key = property.keySpan();
            Span value = property.valueSpan();
            char before = key.start() == 0 ? ' ' : text.charAt(key.start() - 1);
            // In drawers and directives the blanks behind a value are a part of it.
            int end = before == ':' || before == '+' ? lineEnd(text, value.end()) : value.end();
            // A directive in a group is one of its properties, but Logseq looks for no references in it.
            ImmutableList<Inline> markup = before == '+' ? ImmutableList.of() : source.inlines(value);
            written.add(new WrittenProperty(
                    text.substring(key.start(), key.end()), text.substring(value.start(), end), markup));
        }
        return written.build();
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Text.isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
