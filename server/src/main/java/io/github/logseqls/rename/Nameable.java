package io.github.logseqls.rename;

import io.github.logseqls.graph.AskedName;
import io.github.logseqls.graph.AskedNames;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something under the caret that can be called otherwise.
 *
 * @param span where its name stands: UTF-16 offsets in the page
 * @param name the name that it has
 */
public record Nameable(Span span, String name, What what) {

    /** What can be called otherwise. */
    sealed interface What {}

    /** A page, a block, a template or the key of a property. */
    record OfTarget(Target target) implements What {}

    /** A value that properties of a key have. */
    record OfValue(String key, String value) implements What {}

    /** What stands at {@code offset} in a page; where nothing has a name there, the page itself. Refuses what has none to be changed. */
    public static Nameable at(Graph graph, Page page, int offset) {
        Nameable found = Mentions.at(page, offset)
                .map(mention -> of(graph, page, mention))
                .or(() -> asked(page, offset))
                .or(() -> value(page, offset))
                .orElseGet(() -> page(page, offset));
        if (found.what instanceof OfTarget of && of.target() instanceof Target.OfPage named) {
            requireOwn(graph, named);
        }
        return found;
    }

    private static void requireOwn(Graph graph, Target.OfPage named) {
        if (graph.pages().isBuiltIn(named.name())) {
            throw new Refusal("“%s” is a page of Logseq's own, and keeps its name.".formatted(named.title()));
        }
    }

    private static Nameable of(Graph graph, Page page, Mention mention) {
        if (mention.form() == Mention.Form.DATE) {
            throw new Refusal("This is a date: change it as text.");
        }
        if (mention.target() instanceof Target.OfMarker marker) {
            throw new Refusal(
                    "“%s” is a word of Logseq's own for tasks: change it as text.".formatted(marker.marker()));
        }
        if (mention.target() instanceof Target.OfFile file) {
            return ofFile(graph, mention, file);
        }
        if (mention.target() instanceof Target.OfKey key) {
            return ofKey(page, mention.nameSpan(), key);
        }
        if (mention.target() instanceof Target.OfPage named) {
            return ofPage(page, mention.nameSpan(), named);
        }
        return new Nameable(
                mention.nameSpan(), page.outline().text().slice(mention.nameSpan()), new OfTarget(mention.target()));
    }

    private static Nameable ofFile(Graph graph, Mention mention, Target.OfFile file) {
        String title = graph.facts(file.path())
                .filter(facts -> graph.isPage(file.path()))
                .orElseThrow(() -> new Refusal(
                        "This is a file: rename it in the editor's list of files, and the links to it follow."))
                .title();
        return new Nameable(mention.nameSpan(), title, new OfTarget(new Target.OfPage(PageName.of(title), title)));
    }

    private static Nameable ofPage(Page page, Span name, Target.OfPage named) {
        String written = page.outline().text().slice(name);
        boolean isBracketed = written.startsWith("[[")
                && written.endsWith("]]")
                && !named.title().startsWith("[[");
        Span inside = isBracketed ? new Span(name.start() + 2, name.end() - 2) : name;
        return new Nameable(inside, named.title(), new OfTarget(named));
    }

    /** A key that stands for a page has its name. */
    private static Nameable ofKey(Page page, Span span, Target.OfKey target) {
        PropertyKey key = new PropertyKey(target.key());
        if (key.isBuiltIn()) {
            throw new Refusal("“%s” is a property of Logseq's own, and keeps its name.".formatted(key));
        }
        String written = page.outline().text().slice(span);
        boolean isPage = page.config().isPropertyPage(key.name()) && key.page().equals(key.name());
        return new Nameable(
                span, written, new OfTarget(isPage ? new Target.OfPage(PageName.of(key.name()), key.name()) : target));
    }

    private static Optional<Nameable> asked(Page page, int offset) {
        return AskedNames.of(page).stream()
                .filter(name -> name.nameSpan().touches(offset))
                .findFirst()
                .map(name -> asked(page, name));
    }

    private static Nameable asked(Page page, AskedName name) {
        if (name.target() instanceof Target.OfBlock block) {
            return new Nameable(name.nameSpan(), block.id().toString(), new OfTarget(block));
        }
        return name.target() instanceof Target.OfPage named
                ? ofPage(page, name.nameSpan(), named)
                : ofKey(page, name.nameSpan(), (Target.OfKey) name.target());
    }

    private static Optional<Nameable> value(Page page, int offset) {
        OptionalInt at = page.outline().blockAt(offset);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        BlockAt block = new BlockAt(page, at.getAsInt());
        for (Property property : block.block().properties()) {
            Span value = page.outline().inPage(block.index(), property.valueSpan());
            if (!value.isEmpty() && value.touches(offset)) {
                return Optional.of(ofValue(property, value));
            }
        }
        return Optional.empty();
    }

    private static Nameable ofValue(Property property, Span value) {
        if (property.key().isHidden()) {
            throw new Refusal("Logseq itself writes the property “%s”: change it as text.".formatted(property.key()));
        }
        return new Nameable(value, property.value(), new OfValue(property.key().name(), property.value()));
    }

    private static Nameable page(Page page, int offset) {
        OptionalInt block = page.outline().blockAt(offset);
        if (block.isPresent()) {
            for (Inline inline : page.outline().inlines(block.getAsInt())) {
                if (inline instanceof Macro macro && macro.span().contains(offset)) {
                    boolean isOfGraph = page.config().macros().containsKey(macro.name());
                    throw new Refusal((isOfGraph
                                    ? "Macros have their names from logseq/config.edn: change “%s” there and here."
                                    : "“%s” is a macro of Logseq's own or of a plugin, and keeps its name.")
                            .formatted(macro.name()));
                }
            }
        }
        String title = page.title();
        return new Nameable(
                new Span(offset, offset), title, new OfTarget(new Target.OfPage(PageName.of(title), title)));
    }
}
