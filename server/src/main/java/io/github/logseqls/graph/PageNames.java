package io.github.logseqls.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which pages a graph has, and by which names they go (format.md 4). */
public record PageNames(Graph graph) {

    /** The pages that the app makes for itself, whether they have a file or not (format.md 7). */
    private static final ImmutableSet<PageName> BUILT_IN = Stream.of(
                    "Contents",
                    "Favorites",
                    "card",
                    "TODO",
                    "DOING",
                    "DONE",
                    "NOW",
                    "LATER",
                    "WAIT",
                    "WAITING",
                    "CANCELED",
                    "CANCELLED",
                    "STARTED",
                    "IN-PROGRESS",
                    "A",
                    "B",
                    "C")
            .map(PageName::of)
            .collect(ImmutableSet.toImmutableSet());

    /** The files of the page that {@code name} leads to, by title or alias, in load order; two of them are one page to Logseq. */
    public ImmutableList<PagePath> sources(PageName name) {
        return all(name).stream()
                .flatMap(other -> graph.links().files(new Symbol.Title(other)).stream())
                .distinct()
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    /** All names of the page that {@code name} leads to, itself first: its title and its aliases, and theirs. */
    public ImmutableSet<PageName> all(PageName name) {
        Set<PageName> names = new LinkedHashSet<>();
        Deque<PageName> next = new ArrayDeque<>();
        next.add(name);
        while (!next.isEmpty()) {
            PageName one = next.remove();
            if (names.add(one)) {
                for (PagePath path : graph.links().files(new Symbol.Title(one))) {
                    next.addAll(names(path, Symbol.Alias.class));
                }
                for (PagePath path : graph.links().files(new Symbol.Alias(one))) {
                    next.addAll(names(path, Symbol.Title.class));
                }
            }
        }
        return ImmutableSet.copyOf(names);
    }

    /** Whether the app makes the page for itself: nobody can give it another name. */
    public boolean isBuiltIn(PageName name) {
        return BUILT_IN.contains(name);
    }

    /** Whether there is a page of this name: a file, an alias or one of the app's own. */
    public boolean exists(PageName name) {
        return BUILT_IN.contains(name)
                || !graph.links().files(new Symbol.Title(name)).isEmpty()
                || !graph.links().files(new Symbol.Alias(name)).isEmpty();
    }

    /**
     * The pages right below {@code name} in its namespace, in no promised order: with a file or without one, referred to or above
     * such pages.
     */
    public ImmutableSet<PageName> children(PageName name) {
        ImmutableSet.Builder<PageName> children = ImmutableSet.builder();
        // Whoever refers to a page refers to the namespaces above it too.
        for (PagePath path : graph.links().files(new Symbol.PageUse(name))) {
            for (Symbol symbol : graph.facts(path).orElseThrow().symbols().distinct()) {
                if (symbol instanceof Symbol.PageUse use && isChild(use.page(), name)) {
                    children.add(use.page());
                }
            }
        }
        for (PagePath path : graph.links().files(new Symbol.Child(name))) {
            names(path, Symbol.Title.class).stream()
                    .flatMap(PageNames::withParents)
                    .filter(title -> isChild(title, name))
                    .forEach(children::add);
        }
        return children.build();
    }

    private static Stream<PageName> withParents(PageName name) {
        return Stream.concat(
                Stream.of(name), PageName.parents(name.toString()).stream().map(PageName::of));
    }

    private static boolean isChild(PageName name, PageName parent) {
        // Most names hold nothing of the other: few are taken apart.
        return name.toString().contains(parent.toString())
                && PageName.parents(name.toString()).stream()
                        .findFirst()
                        .filter(above -> PageName.of(above).equals(parent))
                        .isPresent();
    }

    private ImmutableSet<PageName> names(PagePath path, Class<? extends Symbol.OfPage> kind) {
        return graph.facts(path)
                .map(facts -> facts.symbols().names(kind, Symbol.OfPage::page))
                .orElse(ImmutableSet.of());
    }
}
