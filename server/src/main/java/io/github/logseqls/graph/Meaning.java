package io.github.logseqls.graph;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.util.List;

/**
 * What a target stands for in a graph: all names of a page and its files mean the same.
 *
 * @param targets all that means it
 * @param sources the files of a page
 * @param symbols what a file that mentions it has one of at least, unless it is a source
 */
public record Meaning(ImmutableSet<Target> targets, ImmutableSet<PagePath> sources, ImmutableSet<Symbol> symbols) {

    /** Of something that has no name. */
    public static final Meaning NONE = new Meaning(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());

    public static Meaning of(Graph graph, Target target) {
        if (target instanceof Target.OfPage page) {
            return ofPage(graph, page.name());
        }
        if (target instanceof Target.OfFile file) {
            return ofFile(graph, file.path());
        }
        return new Meaning(ImmutableSet.of(target), ImmutableSet.of(), symbols(target));
    }

    /** What means one or the other. */
    public Meaning or(Meaning other) {
        return new Meaning(
                Sets.union(targets, other.targets).immutableCopy(),
                Sets.union(sources, other.sources).immutableCopy(),
                Sets.union(symbols, other.symbols).immutableCopy());
    }

    /** The files in which it may be mentioned, in load order. */
    public ImmutableSortedSet<PagePath> files(Graph graph) {
        ImmutableSortedSet.Builder<PagePath> files = ImmutableSortedSet.naturalOrder();
        files.addAll(sources);
        symbols.forEach(symbol -> files.addAll(graph.links().files(symbol)));
        return files.build();
    }

    /** Whether a place mentions it. */
    public boolean isMentionedBy(Mention mention) {
        return targets.contains(comparable(mention.target()));
    }

    /** A page is the same however its name is spelt. */
    private static Target comparable(Target target) {
        return target instanceof Target.OfPage page ? Target.OfPage.of(page.name()) : target;
    }

    private static Meaning ofFile(Graph graph, PagePath path) {
        List<PageName> titles = graph.facts(path).stream()
                .flatMap(facts -> facts.symbols().names(Symbol.Title.class, Symbol.Title::page).stream())
                .toList();
        return titles.isEmpty()
                ? new Meaning(
                        ImmutableSet.of(new Target.OfFile(path)),
                        ImmutableSet.of(),
                        ImmutableSet.of(new Symbol.FileUse(path)))
                : ofPage(graph, titles.get(0));
    }

    private static Meaning ofPage(Graph graph, PageName name) {
        ImmutableSet.Builder<Target> targets = ImmutableSet.builder();
        ImmutableSet.Builder<Symbol> symbols = ImmutableSet.builder();
        for (PageName one : graph.pages().all(name)) {
            targets.add(Target.OfPage.of(one));
            symbols.add(new Symbol.PageUse(one), new Symbol.Alias(one));
        }
        ImmutableSet<PagePath> sources = ImmutableSet.copyOf(graph.pages().sources(name));
        for (PagePath source : sources) {
            targets.add(new Target.OfFile(source));
            symbols.add(new Symbol.FileUse(source));
        }
        return new Meaning(targets.build(), sources, symbols.build());
    }

    private static ImmutableSet<Symbol> symbols(Target target) {
        if (target instanceof Target.OfBlock block) {
            return ImmutableSet.of(new Symbol.Definition(block.id()), new Symbol.BlockUse(block.id()));
        }
        if (target instanceof Target.OfKey key) {
            return ImmutableSet.of(new Symbol.Key(key.key()));
        }
        if (target instanceof Target.OfTemplate template) {
            return ImmutableSet.of(new Symbol.Value("template", template.name()));
        }
        return target instanceof Target.OfMarker marker
                ? ImmutableSet.of(new Symbol.Marker(marker.marker()))
                : ImmutableSet.of();
    }
}
