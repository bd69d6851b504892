package io.github.logseqls.graph;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a target stands for in a graph: all names of a page and its files mean the same.
 *
 * @param targets all that means it
 * @param files the files in which it may be mentioned, in load order
 */
public record Meaning(ImmutableSet<Target> targets, ImmutableSortedSet<PagePath> files) {

    public static Meaning of(Graph graph, Target target) {
        if (target instanceof Target.OfPage page) {
            return ofPage(graph, page.name());
        }
        if (target instanceof Target.OfFile file) {
            return ofFile(graph, file.path());
        }
        return new Meaning(
                ImmutableSet.of(target),
                symbols(target)
                        .flatMap(symbol -> graph.links().files(symbol).stream())
                        .collect(ImmutableSortedSet.toImmutableSortedSet(PagePath::compareTo)));
    }

    /** Whether a place mentions it. */
    public boolean isMentionedBy(Mention mention) {
        return targets.contains(comparable(mention.target()));
    }

    /** A page is the same however its name is spelt. */
    private static Target comparable(Target target) {
        return target instanceof Target.OfPage page ? ofName(page.name()) : target;
    }

    private static Target ofName(PageName name) {
        return new Target.OfPage(name, name.toString());
    }

    private static Meaning ofFile(Graph graph, PagePath path) {
        List<PageName> titles = graph.facts(path).stream()
                .flatMap(facts -> facts.symbols().names(Symbol.Title.class, Symbol.Title::page).stream())
                .toList();
        return titles.isEmpty()
                ? new Meaning(
                        ImmutableSet.of(new Target.OfFile(path)),
                        ImmutableSortedSet.copyOf(graph.links().files(new Symbol.FileUse(path))))
                : ofPage(graph, titles.get(0));
    }

    private static Meaning ofPage(Graph graph, PageName name) {
        ImmutableSet.Builder<Target> targets = ImmutableSet.builder();
        ImmutableSortedSet.Builder<PagePath> files = ImmutableSortedSet.naturalOrder();
        for (PageName one : graph.pages().all(name)) {
            targets.add(ofName(one));
            files.addAll(graph.links().files(new Symbol.PageUse(one)));
            files.addAll(graph.links().files(new Symbol.Alias(one)));
        }
        for (PagePath source : graph.pages().sources(name)) {
            targets.add(new Target.OfFile(source));
            files.add(source);
            files.addAll(graph.links().files(new Symbol.FileUse(source)));
        }
        return new Meaning(targets.build(), files.build());
    }

    private static Stream<Symbol> symbols(Target target) {
        if (target instanceof Target.OfBlock block) {
            return Stream.of(new Symbol.Definition(block.id()), new Symbol.BlockUse(block.id()));
        }
        if (target instanceof Target.OfKey key) {
            return Stream.of(new Symbol.Key(key.key()));
        }
        if (target instanceof Target.OfTemplate template) {
            return Stream.of(new Symbol.Value("template", template.name()));
        }
        return target instanceof Target.OfMarker marker ? Stream.of(new Symbol.Marker(marker.marker())) : Stream.of();
    }
}
