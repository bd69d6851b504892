package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page as Logseq's database keeps it.
 *
 * @param title its name as it is shown
 * @param journal the day it stands for, where its title is one
 * @param namespace the name of the page above it, if it has one
 * @param alias its other titles, as spelt
 * @param tags the titles of the pages it is tagged with, as spelt
 * @param properties what Logseq keeps of the page's own properties
 * @param writtenTags the tags in all its text, as written
 * @param blocks all its blocks, in file order
 */
public record StoredPage(
        String title,
        Optional<JournalDay> journal,
        Optional<PageName> namespace,
        ImmutableSet<String> alias,
        ImmutableSet<String> tags,
        ImmutableMap<String, PropertyValue> properties,
        ImmutableSet<String> writtenTags,
        ImmutableList<StoredBlock> blocks) {

    /** The page in a file; a blank file has none. */
    public static Optional<StoredPage> of(PagePath path, Outline outline, GraphConfig config) {
        return outline.size() == 0 ? Optional.empty() : Optional.of(ofSome(path, outline, config));
    }

    public PageName name() {
        return PageName.of(title);
    }

    private static StoredPage ofSome(PagePath path, Outline outline, GraphConfig config) {
        List<WrittenProperty> directives = Directives.of(outline);
        ImmutableList<BlockSource> sources = IntStream.range(0, outline.size())
                .mapToObj(index -> BlockSource.of(outline, index))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<StoredBlock> blocks = blocks(sources, directives, config);
        PageProperties properties = outline.block(0).kind() == Block.Kind.PREAMBLE
                ? new PageProperties(blocks.get(0).properties().values())
                : PageProperties.asWritten(directives, outline, config);
        String written = PageTitle.written(path, outline, directives, config);
        Optional<JournalDay> journal = config.journals().parse(written);
        String title = journal.map(JournalDay::title).orElse(written);
        PageName name = PageName.of(title);
        return new StoredPage(
                title,
                journal,
                PageName.parents(title).stream().findFirst().map(PageName::of),
                properties.aliases(name),
                properties.tags(),
                properties.values(),
                writtenTags(sources, directives),
                blocks);
    }

    private static ImmutableList<StoredBlock> blocks(
            List<BlockSource> sources, List<WrittenProperty> directives, GraphConfig config) {
        ImmutableList.Builder<StoredBlock> blocks = ImmutableList.builder();
        Set<BlockId> taken = new HashSet<>();
        for (BlockSource source : sources) {
            BlockProperties properties = source.isPreamble()
                    ? PageProperties.ofPreamble(source, directives, config)
                    : BlockProperties.of(source, config);
            StoredBlock block = StoredBlock.of(source, properties, config);
            boolean free = block.id().isEmpty() || taken.add(block.id().get());
            blocks.add(free ? block : block.withoutId(source.syntax()));
        }
        return blocks.build();
    }

    private static ImmutableSet<String> writtenTags(List<BlockSource> sources, List<WrittenProperty> directives) {
        Stream<Inline> inDirectives = directives.stream().flatMap(directive -> directive.markup().stream());
        Stream<Inline> inBlocks = sources.stream().flatMap(source -> source.inlines().stream());
        return Stream.concat(inDirectives, inBlocks)
                .filter(inline -> inline instanceof Tag tag && !tag.span().equals(tag.nameSpan()))
                .map(inline -> ((Tag) inline).text())
                .collect(ImmutableSet.toImmutableSet());
    }
}
