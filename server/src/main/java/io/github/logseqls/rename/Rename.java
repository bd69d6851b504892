package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import io.github.logseqls.change.Change;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.PropertyKey;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Gives something another name, everywhere. */
public final class Rename {

    private final Snapshot snapshot;
    private final Graph graph;
    private final BiFunction<Page, String, MovedPage> file;
    private final Runnable whileWanted;

    Rename(Snapshot snapshot, BiFunction<Page, String, MovedPage> file, Runnable whileWanted) {
        this.snapshot = snapshot;
        this.graph = snapshot.graph();
        this.file = file;
        this.whileWanted = whileWanted;
    }

    /**
     * What is changed for that; refuses, with a reason, where it cannot be done right everywhere.
     *
     * @param wanted the name as somebody typed it
     * @param whileWanted is run before each page is read, and may throw
     */
    public static Renaming of(Snapshot snapshot, Nameable named, String wanted, Runnable whileWanted) {
        return new Rename(snapshot, MovedPage::of, whileWanted).of(named, wanted);
    }

    /** As {@link #of}, for an editor that cannot give files other names: pages say their titles themselves then. */
    public static Renaming inPlace(Snapshot snapshot, Nameable named, String wanted, Runnable whileWanted) {
        return new Rename(snapshot, MovedPage::inPlace, whileWanted).of(named, wanted);
    }

    private Renaming of(Nameable named, String wanted) {
        requireWhole(graph);
        if (named.what() instanceof Nameable.OfValue value) {
            Change change = new ValueRename(snapshot, value.key(), value.value(), whileWanted).to(wanted.strip());
            return new Renaming(what(value.value(), wanted.strip()), change, ImmutableList.of());
        }
        Target target = ((Nameable.OfTarget) named.what()).target();
        if (target instanceof Target.OfPage page) {
            return page(page, wanted);
        }
        if (target instanceof Target.OfBlock block) {
            return block(block, wanted.strip());
        }
        return target instanceof Target.OfKey key
                ? key(key, wanted.strip())
                : template((Target.OfTemplate) target, wanted.strip());
    }

    /** Refuses where not all of a graph is known. */
    public static void requireWhole(Graph graph) {
        switch (graph.extent()) {
            case SINGLE_FILE ->
                throw new Refusal("This file lies in no graph: what refers to something in it is not known.");
            case LOADING -> throw new Refusal("The graph is still being read. Try again in a moment.");
            case INCOMPLETE -> throw new Refusal("Not all files of the graph have been read: open its folder again.");
            case COMPLETE -> {
                // All that refers to something is known.
            }
        }
    }

    private Renaming page(Target.OfPage page, String wanted) {
        String title = NewTitle.of(page.title(), wanted, graph.config());
        ImmutableMap<PageName, String> told = ImmutableMap.of(page.name(), title);
        NewTitles.of(told).requireFree(page.title(), title, graph);
        requireFreeKey(page.name(), title);
        Change change = new PageRename(snapshot, ImmutableMap.of(), file, whileWanted).of(told);
        return new Renaming(what(page.title(), title), change, warnings(page.title(), PageName.of(title)));
    }

    /** A property that stands for the page must not become one that there is. */
    void requireFreeKey(PageName before, String title) {
        String key = PropertyKey.of(title).name();
        if (!key.equals(before.toString())
                && isUsed(new Symbol.Key(before.toString()))
                && isUsed(new Symbol.Key(key))) {
            throw new Refusal("There is a property “%s” already. Take another name.".formatted(key));
        }
    }

    private ImmutableList<String> warnings(String title, PageName after) {
        PageName before = PageName.of(title);
        ImmutableList.Builder<String> warnings = ImmutableList.builder();
        warnings.addAll(whatStays(title));
        boolean isNear = (after + "/").startsWith(before + "/") || (before + "/").startsWith(after + "/");
        if (!isNear && isUsed(new Symbol.PageUse(after))) {
            warnings.add("“%s” is referred to already: those references lead here then.".formatted(after));
        }
        return warnings.build();
    }

    /** What goes on naming a page by its former title. */
    ImmutableList<String> whatStays(String title) {
        PageName before = PageName.of(title);
        ImmutableList.Builder<String> warnings = ImmutableList.builder();
        graph.links().files(new Symbol.PageUse(before)).stream()
                .filter(path -> graph.facts(path)
                        .filter(facts -> facts.kind() == Facts.Kind.DATA)
                        .isPresent())
                .forEach(path -> warnings.add(
                        "The whiteboard %s shows “%s” too: change that in Logseq.".formatted(path, title)));
        if (graph.config().singledOut().stream().map(PageName::of).anyMatch(before::equals)) {
            warnings.add("logseq/config.edn names “%s” too: change that there.".formatted(title));
        }
        if (!graph.isComplete()) {
            warnings.add("Some files could not be read: what refers to “%s” there stays as it is.".formatted(title));
        }
        return warnings.build();
    }

    private Renaming block(Target.OfBlock block, String wanted) {
        BlockId id = BlockId.parse(wanted)
                .orElseThrow(() -> new Refusal("The id of a block is a UUID, such as “%s”."
                        .formatted("5f0e0001-1c2d-4e3f-8a4b-0123456789ab")));
        if (!id.equals(block.id()) && graph.links().isDefined(id)) {
            throw new Refusal("Another block has this id.");
        }
        List<PagePath> data = Stream.of(new Symbol.DataDefinition(block.id()), new Symbol.BlockUse(block.id()))
                .flatMap(symbol -> graph.links().files(symbol).stream())
                .filter(path -> !graph.isPage(path))
                .toList();
        if (!data.isEmpty()) {
            throw new Refusal("%s, which only Logseq writes, has this id too.".formatted(data.get(0)));
        }
        return plain(
                NewNames.of(block, new Target.OfBlock(id)),
                what(block.id().toString(), id.toString()),
                new Symbol.Definition(block.id()),
                new Symbol.BlockUse(block.id()),
                new Symbol.AskedBlock(block.id()));
    }

    private Renaming key(Target.OfKey key, String wanted) {
        PropertyKey after = PropertyKey.of(wanted);
        if (!after.isValid() || wanted.isEmpty() || wanted.indexOf(':') >= 0 || wanted.indexOf(' ') >= 0) {
            throw new Refusal("Logseq takes no property of this name. Take one without blanks and punctuation.");
        }
        if (after.isBuiltIn() || !after.name().equals(key.key()) && isUsed(new Symbol.Key(after.name()))) {
            throw new Refusal("There is a property “%s” already. Take another name.".formatted(after));
        }
        return plain(
                NewNames.of(key, new Target.OfKey(after.name())),
                what(key.key(), after.name()),
                new Symbol.Key(key.key()),
                new Symbol.AskedKey(key.key()));
    }

    private Renaming template(Target.OfTemplate template, String wanted) {
        if (wanted.isEmpty() || wanted.contains("\n")) {
            throw new Refusal("A template needs a name, of one line.");
        }
        if (!wanted.equals(template.name()) && isUsed(new Symbol.Value("template", wanted))) {
            throw new Refusal("There is a template “%s” already. Take another name.".formatted(wanted));
        }
        Renaming renaming = plain(
                NewNames.of(template, new Target.OfTemplate(wanted)),
                what(template.name(), wanted),
                new Symbol.Value("template", template.name()));
        return graph.config().journalTemplate().filter(template.name()::equals).isPresent()
                ? new Renaming(
                        renaming.what(),
                        renaming.change(),
                        ImmutableList.of(
                                "New journals begin with it by its name in logseq/config.edn: change that there."))
                : renaming;
    }

    private Renaming plain(NewNames names, String what, Symbol... symbols) {
        ImmutableSortedSet.Builder<PagePath> files = ImmutableSortedSet.naturalOrder();
        Stream.of(symbols).forEach(symbol -> files.addAll(graph.links().files(symbol)));
        Change change = Rewriting.of(snapshot, files.build(), names, ImmutableMap.of(), whileWanted);
        return new Renaming(what, change, ImmutableList.of());
    }

    private boolean isUsed(Symbol symbol) {
        return !graph.links().files(symbol).isEmpty();
    }

    private static String what(String before, String after) {
        return "Rename “%s” to “%s”".formatted(before, after);
    }
}
