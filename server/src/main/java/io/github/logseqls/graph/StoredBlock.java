package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.Tag;
import java.util.Comparator;
import java.util.Optional;

/**
 * A block as Logseq's database keeps it, apart from what its outline says of it.
 *
 * @param content its text
 * @param properties what Logseq keeps of its properties
 * @param id the id it declares, where that is valid and no block before it has taken it
 * @param collapsed whether it is folded
 * @param planning when it is due
 * @param blocks the blocks it refers to
 * @param pages the titles of the pages it refers to, as spelt
 * @param references the references and tags that count, with spans from the start of the block, in order
 */
public record StoredBlock(
        String content,
        BlockProperties properties,
        Optional<BlockId> id,
        boolean collapsed,
        Planning planning,
        ImmutableSet<BlockId> blocks,
        ImmutableSet<String> pages,
        ImmutableList<Inline> references) {

    private static final PropertyValue UNFOLDED = new PropertyValue.Truth(false);

    /** What Logseq keeps of a block whose properties are these. */
    static StoredBlock of(BlockSource source, BlockProperties written, GraphConfig config) {
        ImmutableList<Inline> inText = inText(source);
        ImmutableSet.Builder<BlockId> blocks = ImmutableSet.builder();
        ImmutableList.Builder<Inline> references = ImmutableList.builder();
        for (Inline inline : inText) {
            if (inline instanceof BlockRef ref) {
                ref.id().ifPresent(blocks::add);
            }
            if (isReference(inline)) {
                references.add(inline);
            }
        }
        boolean collapsed = isCollapsed(source, written);
        BlockProperties kept = collapsed ? written.without("collapsed") : written;
        return new StoredBlock(
                BlockContent.of(source),
                Heading.size(source)
                        .map(size -> kept.with("heading", new PropertyValue.Whole(size)))
                        .orElse(kept),
                id(written),
                collapsed,
                Planning.of(source),
                blocks.addAll(written.blocks()).build(),
                ReferencedPages.in(source, inText, written, config),
                ImmutableList.sortedCopyOf(
                        BlockSource.IN_ORDER,
                        references.addAll(written.references()).build()));
    }

    /** The block without its id, which a block before it has: Logseq takes the line of the id away (format.md 3.3). */
    StoredBlock withoutId(Syntax syntax) {
        String key = syntax == Syntax.ORG ? ":id: " : "id:: ";
        return new StoredBlock(
                withoutLine(content, key + id.map(BlockId::toString).orElse("")),
                properties.without("id"),
                Optional.empty(),
                collapsed,
                planning,
                blocks,
                pages,
                references);
    }

    /** The content without the first occurrence of a line, and without the white space before it. */
    private static String withoutLine(String content, String line) {
        int at = content.indexOf(line);
        int from = at;
        while (from > 0 && Whitespace.ANY.matches(content.charAt(from - 1))) {
            from--;
        }
        return at < 0 ? content : content.substring(0, from) + content.substring(at + line.length());
    }

    /** The names of the pages it refers to, in order. */
    public ImmutableSortedSet<String> pageNames() {
        return pages.stream()
                .map(title -> PageName.of(title).toString())
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    /** The markup of the block's text, without that of its properties. */
    private static ImmutableList<Inline> inText(BlockSource source) {
        return source.inlinesOutside(
                source.block().properties().stream().map(Property::valueSpan).toList());
    }

    private static boolean isReference(Inline inline) {
        return inline instanceof Tag
                || inline instanceof PageRef page && ReferencedPages.isPage(page)
                || inline instanceof BlockRef block && block.id().isPresent();
    }

    /** Any value but {@code false} folds a block; a preamble is never folded (format.md 8.1). */
    private static boolean isCollapsed(BlockSource source, BlockProperties written) {
        return !source.isPreamble()
                && !written.values().getOrDefault("collapsed", UNFOLDED).equals(UNFOLDED);
    }

    private static Optional<BlockId> id(BlockProperties written) {
        return written.values().get("id") instanceof PropertyValue.Words words
                ? BlockId.parse(words.text())
                : Optional.empty();
    }
}
