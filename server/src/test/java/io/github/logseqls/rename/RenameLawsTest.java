package io.github.logseqls.rename;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import com.google.common.collect.TreeMultiset;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.FileStep;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Findings;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PagesInMemory;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.refactor.MergedPage;
import io.github.logseqls.refactor.Refactored;
import io.github.logseqls.refactor.Spot;
import io.github.logseqls.search.SearchIndex;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a rename all that led to a page leads there, nothing else breaks, and the way back ends where it began: at random. */
class RenameLawsTest {

    private static final int ROUNDS = 150;

    private static final String[] NAMES = {
        "a", "a/b", "a/b/x y", "Foo", "Foo Bar", "c", "日本 語", "😀", "z", "Other", "Key", "2nd.level", "w [[a]] v"
    };
    private static final String[] NEW_NAMES = {
        "q",
        "q r",
        "Q/r",
        "a/new",
        "v1.2",
        "C#",
        "d, e",
        "what?",
        "über",
        "x.",
        "a__b",
        "c/a",
        "new-name",
        "日本",
        "%41",
        "b (c)"
    };
    private static final String[] REFERENCES = {
        "- [[%s]]\n",
        "- see [[%s]] and [label](((5f0e0001-1c2d-4e3f-8a4b-0123456789ab)))\n",
        "- [label]([[%s]]) **[[%<s]]**\n",
        "- {{embed [[%s]]}}\n",
        "- #[[%s]] text\n",
        "- x\n  tags:: [[%s]], Other\n",
        "- x\n  kind:: see [[%s]]\n",
        "- {{query (and [[%s]] (page \"%<s\"))}}\n",
        "- {{renderer :x, [[%s]]}}\n",
        "- > [[%s]]\n",
        "- `[[%s]]` ```[[%<s]]```\n",
        "- [[deep [[%s]] deep]]\n",
        "- [[%s/below]] #[[%<s/two words]]\n",
        "- | [[%s]] | b |\n",
        "- #+BEGIN_NOTE\n  [[%s]]\n  #+END_NOTE\n",
        "- TODO [[%s]]\n  SCHEDULED: <2024-01-05 Fri>\n"
    };
    private static final String[] WORDS = {
        "- #%s, text\n",
        "- x\n  tags:: %s, Other\n",
        "- x\n  %s:: value\n",
        "- #%s/below\n",
        "- {{query (property %s 1)}}\n"
    };
    private static final String[] ORG = {
        "* [[%s]]\n",
        "* [[%s][label]]\n",
        "* {{embed [[%s]]}}\n",
        "* #[[%s]] =[[%<s]]=\n",
        "* x\n:PROPERTIES:\n:tags: [[%s]], Other\n:END:\n",
        "* x\n:PROPERTIES:\n:kind: see [[%s]]\n:END:\n",
        "* {{query (and [[%s]] (page \"%<s\"))}}\n",
        "* [[%s/below][label]] #[[%<s/two words]]\n",
        "* x\n#+BEGIN_NOTE\n[[%s]]\n#+END_NOTE\n",
        "* TODO [[%s]]\nSCHEDULED: <2024-01-05 Fri>\n",
        "* [[deep [[%s]] deep]]\n"
    };

    private static final String[] ORG_WORDS = {
        "* #%s, text\n",
        "* x\n:PROPERTIES:\n:tags: %s, Other\n:END:\n",
        "* x\n:PROPERTIES:\n:%s: value\n:END:\n",
        "* headline :%s:\n",
        "* #%s/below\n"
    };

    private static final GraphConfig[] CONFIGS = {GraphConfig.NEW_GRAPH, GraphConfig.DEFAULT};

    private static final ImmutableSet<Code> LOST = ImmutableSet.of(Code.IGNORED_ID, Code.IGNORED_BLOCK_REF);

    /** What is wrong in a page that embeds or names itself, and was not as long as that was another one. */
    private static final ImmutableSet<Code> OF_ONE_PAGE = ImmutableSet.of(Code.SELF_EMBED, Code.EMBED_CYCLE);

    private final Random random = new Random();

    @ParameterizedTest
    @EnumSource
    void allLeadsWhereItLed(Syntax syntax) {
        assertHolds(ROUNDS / 3, at -> leadsWhereItLed(syntax, at));
    }

    private boolean leadsWhereItLed(Syntax syntax, String at) {
        boolean isNoisy = random.nextInt(3) == 0;
        Snapshot before = graph(oneOf(CONFIGS), syntax, isNoisy);
        // The last one holds another name, which would go with it.
        String name = NAMES[random.nextInt(NAMES.length - 1)];
        String wanted = oneOf(NEW_NAMES);
        Optional<Renaming> there = rename(before, name, wanted);
        if (there.isEmpty()) {
            return false;
        }
        Snapshot after = there.get().change().madeIn(before);
        String as = "%s: %s to %s in\n%s\nthen\n%s".formatted(at, name, wanted, shown(before), shown(after));
        assertLeadsWhereItLed(before, after, there.get(), as);
        // Of files that claim one id the first by name has it: with another name it may be another one, which embeds
        // itself.
        Set<Code> mayGrow = isNoisy ? OF_ONE_PAGE : Set.of();
        assertThat(Sets.difference(grown(before, after), mayGrow)).as(as).isEmpty();
        assertThereAndBack(before, after, name, wanted, isNoisy, as);
        return true;
    }

    /** Ids, keys, values and templates, from wherever the caret stands on one; keys are no pages here. */
    @ParameterizedTest
    @EnumSource
    void whateverStandsSomewhereComesBack(Syntax syntax) {
        assertHolds(ROUNDS / 50, at -> comesBack(syntax, at));
    }

    private boolean comesBack(Syntax syntax, String at) {
        Snapshot before = graph(GraphConfig.NEW_GRAPH.with("property-pages/enabled?", false), syntax, true);
        Optional<Nameable> somewhere = anywhere(before);
        if (somewhere.isEmpty()) {
            return false;
        }
        Nameable named = somewhere.get();
        String wanted =
                named.name().matches("[0-9a-fA-F-]{36}") ? "5f0e0009-1c2d-4e3f-8a4b-0123456789ab" : named.name() + "2";
        String as = "%s: %s to %s in\n%s".formatted(at, named, wanted, shown(before));
        Optional<Renaming> there = rename(before, named, wanted);
        if (there.isEmpty()) {
            return false;
        }
        Snapshot after = there.get().change().madeIn(before);
        if (named.what() instanceof Nameable.OfTarget) {
            assertLeadsWhereItLed(before, after, there.get(), as);
            // What looks like an id or a reference and is none stays what it is, and may be told of then.
            assertThat(Sets.difference(grown(before, after), LOST))
                    .as(as + "\nthen\n" + shown(after))
                    .isEmpty();
        }
        Renaming back = rename(after, called(named, wanted), named.name()).orElseThrow();
        // Ids are written in lower case, keys in the case of those before them and with dashes.
        assertThat(lowerCase(back.change().madeIn(after))).as(as).isEqualTo(lowerCase(before));
        return true;
    }

    /** Whatever led to one of two pages leads to the one that they become. */
    @ParameterizedTest
    @EnumSource
    void whatBecomesOnePageIsFoundThere(Syntax syntax) {
        assertHolds(ROUNDS / 5, at -> isFoundInOnePage(syntax, at));
    }

    private boolean isFoundInOnePage(Syntax syntax, String at) {
        boolean isNoisy = random.nextInt(3) == 0;
        Snapshot before = graph(oneOf(CONFIGS), syntax, isNoisy);
        Page from = anyPage(before);
        Page into = anyPage(before);
        Spot spot = new Spot(
                before,
                from,
                new Span(0, 0),
                new FreshIds(new UUID(1, 2)),
                LocalDateTime.of(2024, 1, 5, 10, 30),
                () -> SearchIndex.EMPTY);
        // A name that holds another one goes with that.
        boolean holdsAnother = from.title().contains("[[");
        if (holdsAnother
                || !(MergedPage.of(spot, into.title(), () -> {}).refactored() instanceof Refactored.Made merged)) {
            return false;
        }
        Snapshot after = merged.change().madeIn(before);
        String as =
                "%s: %s into %s in\n%s\nthen\n%s".formatted(at, from.path(), into.path(), shown(before), shown(after));
        Map<PagePath, PagePath> moves = moves(merged.change());
        moves.put(from.path(), into.path());
        assertThat(after.graph().facts(from.path())).as(as).isEmpty();
        assertLeadsWhereItLed(before, after, moves, as);
        // What noise opens in one page it may close in the other.
        Set<Code> grown = isNoisy ? Set.of() : grown(before, after);
        assertThat(Sets.difference(grown, OF_ONE_PAGE)).as(as).isEmpty();
        return true;
    }

    /**
     * Tries something in as many random graphs as there are rounds, and tells it how to come back to each.
     *
     * @param tried whether there was something to try
     * @param atLeast in more graphs than so many there must be
     */
    private void assertHolds(int atLeast, Predicate<String> tried) {
        long seed = Long.getLong("seed", System.nanoTime());
        random.setSeed(seed);
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            made += tried.test("-Dseed=%d round %d".formatted(seed, round)) ? 1 : 0;
        }
        assertThat(made).as("-Dseed=%d", seed).isGreaterThan(atLeast);
    }

    /** Something in some page that is no page itself. */
    private Optional<Nameable> anywhere(Snapshot snapshot) {
        Page page = anyPage(snapshot);
        for (int attempt = 0; attempt < 40; attempt++) {
            try {
                Nameable named = Nameable.at(
                        snapshot.graph(),
                        page,
                        random.nextInt(page.outline().text().length() + 1));
                boolean isPage = named.what() instanceof Nameable.OfTarget of && of.target() instanceof Target.OfPage;
                if (!isPage) {
                    return Optional.of(named);
                }
            } catch (Refusal refusal) {
                // Another place, then.
            }
        }
        return Optional.empty();
    }

    private Page anyPage(Snapshot snapshot) {
        List<PagePath> paths = Streams.stream(snapshot.graph().paths()).sorted().toList();
        return snapshot.page(paths.get(random.nextInt(paths.size()))).orElseThrow();
    }

    /** The same thing by its new name. */
    private static Nameable called(Nameable named, String name) {
        if (named.what() instanceof Nameable.OfValue value) {
            return new Nameable(named.span(), name, new Nameable.OfValue(value.key(), name));
        }
        Target before = ((Nameable.OfTarget) named.what()).target();
        Target after = before instanceof Target.OfBlock
                ? new Target.OfBlock(BlockId.parse(name).orElseThrow())
                : before instanceof Target.OfKey
                        ? new Target.OfKey(PropertyKey.of(name).name())
                        : new Target.OfTemplate(name);
        return new Nameable(named.span(), name, new Nameable.OfTarget(after));
    }

    private static Map<String, String> lowerCase(Snapshot snapshot) {
        Map<String, String> texts = texts(snapshot);
        texts.replaceAll((path, text) -> text.toLowerCase(Locale.ROOT).replace('_', '-'));
        return texts;
    }

    private static void assertThereAndBack(
            Snapshot before, Snapshot after, String name, String wanted, boolean isNoisy, String as) {
        Optional<Renaming> back = rename(after, wanted, name);
        if (back.isEmpty()) {
            return;
        }
        Snapshot again = back.get().change().madeIn(after);
        if (!isNoisy) {
            // Brackets that a name needs make it alike to one that has them for nothing.
            boolean isPlain = wanted.matches("[\\p{L}\\p{N}/-]+");
            assertThat(isPlain ? texts(again) : withoutBrackets(again))
                    .as(as)
                    .isEqualTo(isPlain ? texts(before) : withoutBrackets(before));
            return;
        }
        // Spellings are made one, the first time.
        Snapshot thereAgain = rename(again, name, wanted).orElseThrow().change().madeIn(again);
        Snapshot twice = rename(thereAgain, wanted, name).orElseThrow().change().madeIn(thereAgain);
        assertThat(texts(twice)).as(as).isEqualTo(texts(again));
    }

    private static Optional<Renaming> rename(Snapshot snapshot, String name, String wanted) {
        Target target = new Target.OfPage(PageName.of(name), name);
        return rename(snapshot, new Nameable(new Span(0, 0), name, new Nameable.OfTarget(target)), wanted);
    }

    private static Optional<Renaming> rename(Snapshot snapshot, Nameable named, String wanted) {
        try {
            return Optional.of(Rename.of(snapshot, named, wanted, () -> {}));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** All references that lead to files, file by file. */
    private static void assertLeadsWhereItLed(Snapshot before, Snapshot after, Renaming renaming, String as) {
        assertLeadsWhereItLed(before, after, moves(renaming.change()), as);
    }

    private static Map<PagePath, PagePath> moves(Change change) {
        Map<PagePath, PagePath> moves = new HashMap<>();
        change.files().forEach(step -> {
            if (step instanceof FileStep.Moved moved) {
                moves.put(moved.from(), moved.to());
            }
        });
        return moves;
    }

    private static void assertLeadsWhereItLed(
            Snapshot before, Snapshot after, Map<PagePath, PagePath> moves, String as) {
        for (PagePath path : before.graph().paths()) {
            Multiset<String> wanted = places(before, path, moves);
            Multiset<String> found = places(after, moves.getOrDefault(path, path), Map.of());
            wanted.removeAll(found);
            assertThat(wanted).as("what led somewhere in %s, %s", path, as).isEmpty();
        }
    }

    private static Multiset<String> places(Snapshot snapshot, PagePath path, Map<PagePath, PagePath> moves) {
        Multiset<String> places = TreeMultiset.create();
        for (Mention mention : Mentions.of(snapshot.page(path).orElseThrow())) {
            if (mention.target() instanceof Target.OfPage page && mention.form() != Mention.Form.TITLE) {
                List<PagePath> files = snapshot.graph().pages().sources(page.name()).stream()
                        .map(file -> moves.getOrDefault(file, file))
                        .sorted()
                        .toList();
                places.add(files.isEmpty() ? "" : "page " + files);
            } else if (mention.target() instanceof Target.OfFile file) {
                PagePath to = moves.getOrDefault(file.path(), file.path());
                places.add(snapshot.graph().facts(file.path()).isPresent() ? "file " + to : "");
            } else if (mention.target() instanceof Target.OfBlock block) {
                places.add(snapshot.graph().links().isDefined(block.id()) ? "block" : "");
            }
        }
        places.setCount("", 0);
        return places;
    }

    /** The kinds of findings of which there are more. */
    private static Set<Code> grown(Snapshot before, Snapshot after) {
        Multiset<Code> known = codes(before);
        Multiset<Code> now = codes(after);
        return now.elementSet().stream()
                .filter(code -> now.count(code) > known.count(code))
                .collect(Collectors.toSet());
    }

    private static Multiset<Code> codes(Snapshot snapshot) {
        Multiset<Code> codes = HashMultiset.create();
        for (PagePath path : snapshot.graph().paths()) {
            Findings.of(snapshot, snapshot.page(path).orElseThrow(), CheckSettings.NONE)
                    .forEach(finding -> codes.add(finding.code()));
        }
        return codes;
    }

    private static Map<String, String> texts(Snapshot snapshot) {
        Map<String, String> texts = new TreeMap<>();
        snapshot.graph()
                .paths()
                .forEach(path -> texts.put(
                        path.path(), snapshot.pages().text(path).orElseThrow().string()));
        return texts;
    }

    private static Map<String, String> withoutBrackets(Snapshot snapshot) {
        Map<String, String> texts = texts(snapshot);
        texts.replaceAll((path, text) -> text.lines()
                .map(line ->
                        line.contains("tags:") || line.contains("alias:") ? line.replaceAll("\\[\\[|]]", "") : line)
                .map(line -> line.replaceAll("#\\[\\[([^\\[\\]\\s]+)]]", "#$1"))
                .collect(Collectors.joining("\n")));
        return texts;
    }

    private static String shown(Snapshot snapshot) {
        StringBuilder shown = new StringBuilder();
        texts(snapshot)
                .forEach((path, text) -> shown.append("== ")
                        .append(path)
                        .append('\n')
                        .append(text)
                        .append('\n'));
        return shown.toString();
    }

    private Snapshot graph(GraphConfig config, Syntax syntax, boolean isNoisy) {
        Map<PagePath, Outline> outlines = new LinkedHashMap<>();
        for (int page = 2 + random.nextInt(4); page >= 0; page--) {
            String name = oneOf(NAMES);
            String extension = syntax == Syntax.ORG ? ".org" : ".md";
            PagePath path = new PagePath("pages/" + config.fileNameFormat().fileBody(name) + extension);
            outlines.put(path, Outline.parse(Text.of(page(path, config, name, syntax, isNoisy)), syntax));
        }
        Graph graph = Graph.empty(Graph.Extent.COMPLETE, config);
        for (Map.Entry<PagePath, Outline> page : outlines.entrySet()) {
            graph = graph.with(page.getKey(), Facts.of(page.getKey(), page.getValue(), config));
        }
        return new Snapshot(graph, new PagesInMemory(outlines));
    }

    private String page(PagePath path, GraphConfig config, String name, Syntax syntax, boolean isNoisy) {
        StringBuilder page = new StringBuilder();
        boolean isNamed = new Page(path, Outline.parse(Text.of(""), syntax), config)
                .fileTitle()
                .equals(name);
        if (!isNamed) {
            page.append(syntax == Syntax.ORG ? "#+title: " : "title:: ")
                    .append(name)
                    .append("\n\n");
        } else if (random.nextInt(4) == 0) {
            page.append(syntax == Syntax.ORG ? "#+alias: " : "alias:: ")
                    .append("Also " + name)
                    .append("\n\n");
        }
        for (int line = random.nextInt(8); line >= 0; line--) {
            String other = oneOf(NAMES);
            boolean isWord = !other.contains(" ") && !other.contains("/");
            boolean isBare = isWord && random.nextInt(3) == 0;
            String[] ofOrg = isBare ? ORG_WORDS : ORG;
            String[] forms = syntax == Syntax.ORG ? ofOrg : isBare ? WORDS : REFERENCES;
            String form = oneOf(forms);
            boolean isKey = form.contains("%s::") || form.contains(":%s: value") || form.contains("property");
            page.append(form.formatted(isKey ? other.toLowerCase(Locale.ROOT) : other));
            if (isNoisy) {
                page.append(RandomPages.next(random)).append('\n');
            }
        }
        if (random.nextBoolean()) {
            page.append(syntax == Syntax.ORG ? "* [[file:../" : "- [x](../")
                    .append("pages/a")
                    .append(syntax == Syntax.ORG ? ".org][x]]" : ".md)");
        }
        String text = page.toString();
        return random.nextInt(4) == 0 ? text.replace("\r\n", "\n").replace("\n", "\r\n") : text;
    }

    private <T> T oneOf(T[] some) {
        return some[random.nextInt(some.length)];
    }
}
