package io.github.logseqls.graph;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Directives.Directive;
import io.github.logseqls.graph.Mention.Form;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Finds the places in a page that name something. What Logseq sees no reference in is none here either. */
public final class Mentions {

    /** Of places that hold the caret the one that says most of it. */
    private static final Comparator<Mention> NARROWEST = Comparator.<Mention>comparingInt(
                    mention -> mention.span().length())
            .thenComparing(mention -> mention.form() == Form.PAGE_REF);

    private final Page page;
    private final Outline outline;
    private final Supplier<PageName> title;
    private final List<Mention> found = new ArrayList<>();

    private Mentions(Page page) {
        this.page = page;
        this.outline = page.outline();
        this.title = Suppliers.memoize(() -> PageName.of(page.title()));
    }

    /** All places in a page, in the order of its blocks. */
    public static ImmutableList<Mention> of(Page page) {
        Mentions mentions = new Mentions(page);
        mentions.addAll();
        return ImmutableList.copyOf(mentions.found);
    }

    /** The places in a page that mention something, in the order of its blocks. */
    public static ImmutableList<Mention> of(Page page, Meaning meaning) {
        Mentions mentions = new Mentions(page);
        if (meaning.targets().stream().allMatch(Target.OfBlock.class::isInstance)) {
            Set<Integer> blocks = new TreeSet<>();
            meaning.targets()
                    .forEach(target -> blocks.addAll(BlocksWithId.in(page.outline(), ((Target.OfBlock) target).id())));
            blocks.forEach(mentions::addBlock);
        } else {
            mentions.addAll();
        }
        return mentions.found.stream().filter(meaning::isMentionedBy).collect(ImmutableList.toImmutableList());
    }

    /** The places in one block, in no promised order. */
    public static ImmutableList<Mention> of(Page page, int block) {
        Mentions mentions = new Mentions(page);
        mentions.addBlock(block);
        return ImmutableList.copyOf(mentions.found);
    }

    /**
     * The place at {@code offset}: of several the innermost; between two of them the one behind the caret, at the end of one
     * and no other that one.
     */
    public static Optional<Mention> at(Page page, int offset) {
        OptionalInt block = page.outline().blockAt(offset);
        if (block.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Mention> mentions = of(page, block.getAsInt());
        Optional<Mention> inside = mentions.stream()
                .filter(mention -> mention.span().contains(offset))
                .min(NARROWEST);
        return inside.isPresent()
                ? inside
                : mentions.stream()
                        .filter(mention -> mention.span().touches(offset))
                        .min(NARROWEST);
    }

    private void addAll() {
        for (int block = 0; block < outline.size(); block++) {
            addBlock(block);
        }
    }

    private void addBlock(int index) {
        Block block = outline.block(index);
        if (block.properties().isEmpty() && block.kind() != Block.Kind.PREAMBLE) {
            outline.inlines(index).forEach(inline -> add(MarkupMention.of(page, inline)));
        } else {
            addWithProperties(index, BlockSource.of(outline, index));
        }
        addDirectives(index);
        String marker = block.taskMarks().marker();
        if (!marker.isEmpty()) {
            int start = outline.start(index) + block.contentStart();
            int at = outline.text().slice(outline.title(index)).indexOf(marker);
            Span span = new Span(start + at, start + at + marker.length());
            found.add(new Mention(Form.MARKER, span, span, new Target.OfMarker(marker)));
        }
    }

    /** In values not all markup counts, and in a preamble directives may take the place of its properties. */
    private void addWithProperties(int index, BlockSource source) {
        int start = outline.start(index);
        ImmutableList<Property> properties = source.block().properties();
        source.inlinesOutside(properties.stream().map(Property::valueSpan).toList())
                .forEach(inline -> add(MarkupMention.of(page, inline.shift(start))));
        boolean replaced = source.isPreamble() && !Directives.of(outline).isEmpty();
        BlockProperties kept = replaced ? BlockProperties.NONE : BlockProperties.of(source, page.config());
        kept.references().forEach(inline -> add(MarkupMention.ofValue(page, inline.shift(start))));
        Optional<Property> id = source.block().property("id");
        for (Property property : properties) {
            if (!property.key().name().equals("id")) {
                add(source, index, property, kept);
            } else if (id.filter(property::equals).isPresent()) {
                // Of several ids the last one counts.
                addId(index, property);
            }
        }
    }

    /** What the directives in a block name. */
    private void addDirectives(int index) {
        for (Directive directive : Directives.in(outline, index)) {
            WrittenProperty property = directive.property();
            PropertyKey key = PropertyKey.of(property.key());
            if (Directives.areKept(outline, key)) {
                references(property, key).forEach(inline -> add(MarkupMention.ofValue(page, inline)));
                aliases(property, key).forEach(inline -> add(MarkupMention.ofAlias(page, inline)));
                found.add(
                        new Mention(Form.KEY, directive.keySpan(), directive.keySpan(), new Target.OfKey(key.name())));
                addNames(directive, key);
            }
        }
    }

    /** The markup in the value of a directive that refers to something. */
    private ImmutableList<Inline> references(WrittenProperty property, PropertyKey key) {
        if (Directives.standForPreamble(outline)) {
            return BlockProperties.of(ImmutableList.of(property), outline.syntax(), page.config())
                    .references();
        }
        return key.name().equals("tags") ? property.pageRefs(outline.syntax()) : ImmutableList.of();
    }

    /** The markup in an alias that no block holds: it gives the page a name, and no block refers to that. */
    private ImmutableList<Inline> aliases(WrittenProperty property, PropertyKey key) {
        boolean isOfPageAlone =
                !Directives.standForPreamble(outline) && key.name().equals("alias");
        return isOfPageAlone ? property.pageRefs(outline.syntax()) : ImmutableList.of();
    }

    private void addNames(Directive directive, PropertyKey key) {
        WrittenProperty property = directive.property();
        Span value = outline.text().trimmed(directive.valueSpan());
        PropertyValue meant = new PropertyReader(outline.syntax(), page.config()).value(key, property);
        if (key.name().equals("title")) {
            addTitle(value, property.text());
        } else if (key.name().equals("alias") && meant instanceof PropertyValue.Words) {
            addWords(value);
        } else if (meant instanceof PropertyValue.Pages pages) {
            List<Span> markup = property.markup().stream().map(Inline::span).toList();
            addNames(directive.valueSpan(), markup, pages, key.name().equals("alias") ? Form.ALIAS : Form.VALUE);
        }
    }

    /** A title that stands behind text, or before another one, does not name the page. */
    private void addTitle(Span value, String text) {
        Target.OfPage target = named(text);
        if (!value.isEmpty() && target.name().equals(title.get())) {
            found.add(new Mention(Form.TITLE, value, value, target));
        }
    }

    private void addId(int index, Property property) {
        Span value = outline.inPage(index, property.valueSpan());
        Span whole = new Span(outline.inPage(index, property.keySpan()).start(), value.end());
        BlockId.parse(property.value())
                .ifPresent(id -> found.add(new Mention(Form.ID, whole, value, new Target.OfBlock(id))));
    }

    /** Adds what a property names by itself; its value names something only where that is {@code kept}. */
    private void add(BlockSource source, int index, Property property, BlockProperties kept) {
        PropertyKey key = property.key();
        Span keySpan = outline.inPage(index, property.keySpan());
        Span value = outline.inPage(index, property.valueSpan());
        found.add(new Mention(Form.KEY, keySpan, keySpan, new Target.OfKey(key.name())));
        PropertyValue meant = kept.values().get(key.name());
        if (meant == null || value.isEmpty()) {
            return;
        }
        boolean ofPage = outline.block(index).kind() == Block.Kind.PREAMBLE;
        if (key.name().equals("title") && ofPage) {
            addTitle(value, property.value());
        } else if (key.name().equals("template")) {
            found.add(new Mention(Form.TEMPLATE, value, value, new Target.OfTemplate(property.value())));
        } else if (key.name().equals("alias") && ofPage && meant instanceof PropertyValue.Words) {
            addWords(value);
        } else if (meant instanceof PropertyValue.Pages pages) {
            int start = outline.start(index);
            List<Span> markup = source.inlines(property.valueSpan()).stream()
                    .map(inline -> inline.span().shift(start))
                    .toList();
            addNames(value, markup, pages, key.name().equals("alias") && ofPage ? Form.ALIAS : Form.VALUE);
        }
    }

    /** An alias in quotes is one name with them. */
    private void addWords(Span value) {
        if (!value.isEmpty()) {
            found.add(new Mention(Form.ALIAS, value, value, named(outline.text().slice(value))));
        }
    }

    /** Those of the {@code pages} of a value that are plain names; those in brackets are there as references already. */
    private void addNames(Span value, List<Span> markup, PropertyValue.Pages pages, Form form) {
        String text = outline.text().slice(value);
        List<Span> inValue =
                markup.stream().map(span -> span.shift(-value.start())).toList();
        for (Span name : PlainNames.in(text, inValue)) {
            String title = text.substring(name.start(), name.end());
            if (pages.titles().contains(title)) {
                Span span = name.shift(value.start());
                found.add(new Mention(form, span, span, named(title)));
            }
        }
    }

    private Target.OfPage named(String name) {
        return MarkupMention.page(name, page.config());
    }

    private void add(Optional<Mention> mention) {
        mention.ifPresent(found::add);
    }
}
