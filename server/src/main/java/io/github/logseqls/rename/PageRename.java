package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.NewPage;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.text.Edit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Pages get other titles: all that refers to them follows, with the pages below them in their namespaces, the properties that
 * stand for them, their files and the links to those.
 */
final class PageRename {

    private final Snapshot snapshot;
    private final Graph graph;
    /** Where files go that somebody else moves. */
    private final ImmutableMap<PagePath, PagePath> moving;
    /** What becomes of the file of each other page that gets a title. */
    private final BiFunction<Page, String, MovedPage> file;

    private final Runnable whileWanted;

    PageRename(
            Snapshot snapshot,
            ImmutableMap<PagePath, PagePath> moving,
            BiFunction<Page, String, MovedPage> file,
            Runnable whileWanted) {
        this.snapshot = snapshot;
        this.graph = snapshot.graph();
        this.moving = moving;
        this.file = file;
        this.whileWanted = whileWanted;
    }

    /** What gives some pages the titles that are told. */
    Change of(ImmutableMap<PageName, String> told) {
        return of(NewTitles.of(told), ImmutableMap.of());
    }

    /**
     * As {@link #of}.
     *
     * @param merging the files of pages that become one with others, and the files of those
     */
    Change of(NewTitles wanted, ImmutableMap<PagePath, PagePath> merging) {
        ImmutableMap<PageName, String> told = wanted.told();
        ImmutableSet<PageName> around = around(wanted);
        NewTitles titles = wanted.withAround(around);
        ImmutableSet<PageName> changed = Sets.union(told.keySet(), around).immutableCopy();
        Map<PagePath, MovedPage> files = new LinkedHashMap<>();
        for (PagePath path : Sets.difference(filesOf(changed), merging.keySet())) {
            moved(path, titles).ifPresent(file -> files.put(path, file));
        }
        Map<PagePath, PagePath> moves = new LinkedHashMap<>(moving);
        ImmutableMap.Builder<PagePath, ImmutableList<Edit>> besides = ImmutableMap.builder();
        ImmutableList.Builder<FileStep> steps = ImmutableList.builder();
        files.forEach((path, file) -> {
            besides.put(path, file.edits());
            if (file.isMoved()) {
                moves.put(path, file.to());
                if (!moving.containsKey(path)) {
                    steps.add(new FileStep.Moved(path, file.to()));
                }
            }
        });
        requireRoom(moves);
        moves.putAll(merging);
        NewNames names = NewNames.of(titles).with(moves);
        Change edits = Rewriting.of(
                snapshot, readers(changed, moves.keySet(), files.keySet()), names, besides.buildOrThrow(), whileWanted);
        return edits.and(new Change(ImmutableList.of(), steps.build()));
    }

    /** The names in which one of these stands in brackets: others refer to those without naming these. */
    private ImmutableSet<PageName> around(NewTitles titles) {
        ImmutableSet.Builder<PageName> around = ImmutableSet.builder();
        for (PageName name : titles.told().keySet()) {
            for (PagePath path : graph.links().files(new Symbol.PageUse(name))) {
                for (Symbol symbol : graph.facts(path).orElseThrow().symbols().distinct()) {
                    if (symbol instanceof Symbol.PageUse use && titles.areIn(use.page())) {
                        around.add(use.page());
                    }
                }
            }
        }
        return around.build();
    }

    /** The files of all pages that get another title. */
    private ImmutableSortedSet<PagePath> filesOf(Set<PageName> names) {
        Set<PagePath> files = new TreeSet<>();
        for (PageName name : names) {
            files.addAll(graph.links().files(new Symbol.Title(name)));
            files.addAll(graph.links().files(new Symbol.Child(name)));
        }
        return ImmutableSortedSet.copyOf(files);
    }

    private Optional<MovedPage> moved(PagePath path, NewTitles titles) {
        Facts facts = graph.facts(path).orElseThrow();
        Optional<String> title = titles.of(facts.title());
        if (title.isEmpty()) {
            return Optional.empty();
        }
        titles.requireFree(facts.title(), title.get(), graph);
        if (facts.kind() != Facts.Kind.PAGE) {
            throw new Refusal(
                    facts.kind() == Facts.Kind.DATA
                            ? "“%s” is a whiteboard: it can be renamed in Logseq only.".formatted(facts.title())
                            : "%s could not be read, so it cannot be renamed.".formatted(path));
        }
        Page page = snapshot.page(path).orElseThrow(() -> new Refusal(Rewriting.CHANGED_ON_DISK.formatted(path)));
        PagePath told = moving.get(path);
        return Optional.of(told == null ? file.apply(page, title.get()) : MovedPage.to(page, title.get(), told));
    }

    /** No file may come to lie where another one is. */
    private void requireRoom(Map<PagePath, PagePath> moves) {
        Map<PagePath, PagePath> taken = new HashMap<>();
        moves.forEach((from, to) -> {
            // Where the system takes both for one name, the file itself is there.
            boolean isSame = from.path().equalsIgnoreCase(to.path());
            boolean isTheirs = moving.containsKey(from);
            boolean isThere =
                    graph.facts(to).isPresent() || !isSame && snapshot.pages().isThere(to);
            if (!isTheirs && isThere || taken.put(to, from) != null) {
                throw new Refusal("The file %s is there already.".formatted(to));
            }
            if (!isTheirs && !NewPage.isPossible(to, graph.config())) {
                throw new Refusal(
                        "No file can be called %s: take a shorter name, or one without such characters.".formatted(to));
            }
        });
    }

    /** Where the names may stand. */
    private ImmutableSortedSet<PagePath> readers(Set<PageName> names, Set<PagePath> moved, Set<PagePath> titled) {
        ImmutableSortedSet.Builder<PagePath> files = ImmutableSortedSet.naturalOrder();
        for (PageName name : names) {
            Stream.of(
                            new Symbol.PageUse(name),
                            new Symbol.Alias(name),
                            new Symbol.AskedPage(name),
                            new Symbol.AskedKey(PropertyKey.of(name.toString()).name()))
                    .forEach(symbol -> files.addAll(graph.links().files(symbol)));
        }
        for (PagePath path : moved) {
            files.add(path);
            files.addAll(graph.links().files(new Symbol.FileUse(path)));
        }
        return files.addAll(titled).build();
    }
}
