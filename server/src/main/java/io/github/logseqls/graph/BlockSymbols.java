package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Link;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Tag;
import java.util.Collection;
import java.util.List;

/** Gathers the names that the blocks of a page define and use, each as often as they do. */
final class BlockSymbols {

    /** Longer values are texts, which nobody looks for by the whole of them, but for names of templates. */
    private static final int LONGEST_VALUE = 100;

    /** The app's own bookkeeping, of which nobody looks for a value. */
    private static final ImmutableSet<String> WITHOUT_VALUES = ImmutableSet.of("id", "collapsed");

    private final PagePath path;
    private final Outline outline;
    private final GraphConfig config;
    private final Collection<Symbol> found;

    BlockSymbols(PagePath path, Outline outline, GraphConfig config, Collection<Symbol> found) {
        this.path = path;
        this.outline = outline;
        this.config = config;
        this.found = found;
    }

    /** Adds what a block below the preamble says. */
    void add(int index) {
        Block block = outline.block(index);
        ImmutableList<Inline> inlines = outline.inlines(index);
        addOwn(index, inlines);
        addAsked(index, inlines);
        if (arePlain(block.properties())) {
            for (Inline inline : inlines) {
                add(inline);
            }
        } else {
            BlockSource source = BlockSource.of(outline, index);
            addAll(source, BlockProperties.of(source, config));
        }
    }

    /** Adds what a preamble says, in whose place directives may stand, and tells which properties the page has by it. */
    PageProperties addPreamble(List<WrittenProperty> directives) {
        BlockSource source = BlockSource.of(outline, 0);
        BlockProperties properties = PageProperties.ofPreamble(source, directives, config);
        addOwn(0, source.inlines());
        addAsked(0, outline.inlines(0));
        addAll(source, properties);
        return new PageProperties(properties.values());
    }

    /** Adds a reference to the page that a name means, and to the namespaces above it. */
    void addPage(String name) {
        for (String title : ReferencedPages.withNamespaces(name, config)) {
            found.add(new Symbol.PageUse(PageName.of(title)));
        }
    }

    /** Whether a property refers to nothing and holds no value worth offering: most there are do not. */
    private static boolean isPlain(Property property) {
        return switch (property.key().name()) {
            case "id" -> BlockId.parse(property.value()).isPresent();
            case "collapsed" ->
                property.value().equals("true") || property.value().equals("false");
            default -> false;
        };
    }

    private static boolean arePlain(ImmutableList<Property> properties) {
        for (Property property : properties) {
            if (!isPlain(property)) {
                return false;
            }
        }
        return true;
    }

    private void addOwn(int index, ImmutableList<Inline> inlines) {
        Block block = outline.block(index);
        block.id().ifPresent(id -> found.add(new Symbol.Definition(id)));
        if (isMalformed(block, inlines)
                || BareBlock.isOne(outline, index)
                || BlockFlaws.mayBeIn(outline, index, inlines)) {
            found.add(new Symbol.Flaw());
        }
        if (outline.mayLoseIds(index)) {
            outline.losses(index).forEach(loss -> LostIds.symbol(outline, loss).ifPresent(found::add));
        }
        if (!block.taskMarks().marker().isEmpty()) {
            found.add(new Symbol.Marker(block.taskMarks().marker()));
        }
        for (Property property : block.properties()) {
            found.add(new Symbol.Key(property.key().name()));
        }
    }

    private void addRenderer(Macro macro) {
        String name = macro.arguments().stream()
                .findFirst()
                .map(argument -> outline.text().slice(argument).strip())
                .orElse("");
        if (name.length() > 1 && name.length() <= LONGEST_VALUE && name.startsWith(":")) {
            found.add(new Symbol.Renderer(name.substring(1)));
        }
    }

    /** Adds what questions and the arguments of macros name. */
    private void addAsked(int index, ImmutableList<Inline> inlines) {
        for (Inline inline : inlines) {
            if (inline instanceof Macro macro && macro.name().equals("renderer")) {
                addRenderer(macro);
            }
        }
        for (AskedName name : AskedNames.of(outline, index, inlines, config)) {
            if (name.target() instanceof Target.OfKey key) {
                found.add(new Symbol.AskedKey(key.key()));
            } else if (name.target() instanceof Target.OfBlock asked) {
                found.add(new Symbol.AskedBlock(asked.id()));
            } else if (name.target() instanceof Target.OfPage page) {
                ReferencedPages.withNamespaces(page.title(), config)
                        .forEach(title -> found.add(new Symbol.AskedPage(PageName.of(title))));
            }
        }
    }

    /** Whether an id or a reference to a block is none. */
    private static boolean isMalformed(Block block, ImmutableList<Inline> inlines) {
        if (!block.properties().isEmpty()
                && block.id().isEmpty()
                && block.property("id").isPresent()) {
            return true;
        }
        for (Inline inline : inlines) {
            if (inline instanceof BlockRef ref && ref.id().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void addAll(BlockSource source, BlockProperties properties) {
        source.inlinesOutside(source.block().properties().stream()
                        .map(Property::valueSpan)
                        .toList())
                .forEach(this::add);
        properties.pages().forEach(this::addPage);
        for (Inline inline : properties.references()) {
            if (inline instanceof BlockRef) {
                add(inline);
            }
        }
        properties.texts().forEach((key, text) -> {
            String value = Whitespace.ANY.trimFrom(text);
            boolean isLookedFor = value.length() <= LONGEST_VALUE || key.equals("template");
            if (!WITHOUT_VALUES.contains(key) && isLookedFor) {
                found.add(new Symbol.Value(key, value));
            }
        });
    }

    private void add(Inline inline) {
        addEmbed(inline);
        if (inline instanceof BlockRef ref) {
            ref.id().ifPresent(this::addBlock);
        } else if (inline instanceof Link link) {
            LinkPath.of(path, link.target()).ifPresent(file -> found.add(new Symbol.FileUse(file)));
        } else {
            ImmutableSet<String> names = ReferencedPages.names(inline);
            names.forEach(this::addPage);
            if (inline instanceof PageRef ref) {
                ReferencedPages.file(path, ref).ifPresent(file -> found.add(new Symbol.FileUse(file)));
            }
            if (inline instanceof Tag) {
                String title = ReferencedPages.title(names.iterator().next(), config);
                found.add(new Symbol.TagUse(PageName.of(title)));
            }
        }
    }

    private void addEmbed(Inline inline) {
        if (inline instanceof BlockRef ref && ref.form() == BlockRef.Form.EMBED) {
            found.add(new Symbol.Embed());
            ref.id().ifPresent(id -> found.add(new Symbol.BlockEmbed(id)));
        } else if (inline instanceof PageRef ref && ref.form() == PageRef.Form.EMBED) {
            found.add(new Symbol.Embed());
            found.add(new Symbol.PageEmbed(PageName.of(ReferencedPages.title(ref.name(), config))));
        }
    }

    private void addBlock(BlockId id) {
        found.add(new Symbol.BlockUse(id));
    }
}
