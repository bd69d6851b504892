package io.github.logseqls.feature.editing;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What leads nowhere when files are deleted. */
public final class DeletedFiles {

    private final Graph graph;
    private final ImmutableSet<PagePath> files;

    private DeletedFiles(Graph graph, ImmutableSet<PagePath> files) {
        this.graph = graph;
        this.files = files;
    }

    /** A message that says so; empty where nothing refers to them. */
    public static Optional<String> message(Graph graph, Collection<PagePath> deleted) {
        return new DeletedFiles(graph, files(graph, deleted)).message();
    }

    /** The files alone, those in folders too. */
    private static ImmutableSet<PagePath> files(Graph graph, Collection<PagePath> deleted) {
        ImmutableSet.Builder<PagePath> files = ImmutableSet.builder();
        for (PagePath path : deleted) {
            if (graph.facts(path).isPresent()) {
                files.add(path);
            } else {
                String folder = path.path() + "/";
                graph.paths().forEach(file -> {
                    if (file.path().startsWith(folder)) {
                        files.add(file);
                    }
                });
            }
        }
        return files.build();
    }

    private Optional<String> message() {
        long pages = files.stream().mapToLong(this::toPage).sum();
        long blocks = files.stream().mapToLong(this::toBlocks).sum();
        long links =
                files.stream().mapToLong(path -> uses(new Symbol.FileUse(path))).sum();
        List<String> broken = new ArrayList<>();
        add(pages, "reference", " to the page", broken);
        add(blocks, "reference", " to blocks in it", broken);
        add(links, "link", " to the file", broken);
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        String what = files.size() == 1 ? files.iterator().next().path() : "%d files".formatted(files.size());
        return Optional.of("What leads to %s leads nowhere now: %s. Undo brings it back."
                .formatted(what, broken.stream().collect(Collectors.joining(", "))));
    }

    private static void add(long count, String what, String where, List<String> to) {
        if (count > 0) {
            to.add("%,d %s%s%s".formatted(count, what, count == 1 ? "" : "s", where));
        }
    }

    /** Another file may be the same page. */
    private long toPage(PagePath path) {
        Set<PageName> titles = names(path, Symbol.Title.class);
        return titles.stream()
                .filter(title -> files.containsAll(graph.links().files(new Symbol.Title(title))))
                .mapToLong(title -> uses(new Symbol.PageUse(title)))
                .sum();
    }

    private long toBlocks(PagePath path) {
        return facts(path).stream()
                .flatMap(facts -> facts.symbols().names(Symbol.Definition.class, Symbol.Definition::block).stream())
                .mapToLong(id -> uses(new Symbol.BlockUse(id)))
                .sum();
    }

    private ImmutableSet<PageName> names(PagePath path, Class<Symbol.Title> kind) {
        return facts(path)
                .map(facts -> facts.symbols().names(kind, Symbol.Title::page))
                .orElse(ImmutableSet.of());
    }

    /** How often it is used in files that stay. */
    private long uses(Symbol symbol) {
        return graph.links().files(symbol).stream()
                .filter(path -> !files.contains(path))
                .flatMap(path -> facts(path).stream())
                .mapToLong(facts -> facts.symbols().count(symbol))
                .sum();
    }

    private Optional<Facts> facts(PagePath path) {
        return graph.facts(path);
    }
}
