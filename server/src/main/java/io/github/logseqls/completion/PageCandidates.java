package io.github.logseqls.completion;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.NaturalDates;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.search.Hit;
import io.github.logseqls.search.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pages that a reference may lead to: by their titles and aliases, days by how people call them, and names that have no file.
 * The last in brackets is a new page with the name that was typed.
 */
final class PageCandidates {

    private static final int MOST = 60;
    /** Each stands in a page that has to be read for how it is spelt. */
    private static final int MOST_WITHOUT_FILE = 20;

    /** Of names that fit equally well the pages above before those below. */
    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingInt(Found::fit).reversed().thenComparingInt(Found::depth);

    private final Writing writing;
    private final Graph graph;
    private final Written written;
    private final String typed;
    private final Query query;
    private final Set<PageName> known = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    private PageCandidates(Writing writing, Written written, String typed) {
        this.writing = writing;
        this.graph = writing.graph();
        this.written = written;
        this.typed = typed;
        this.query = Query.of(typed);
    }

    private record Found(Kind kind, String title, String where, int fit) {

        int depth() {
            return CharMatcher.is('/').countIn(title);
        }
    }

    /** The pages that answer to {@code typed}, as they are {@code written} there. */
    static ImmutableList<Candidate> of(Writing writing, Written written, String typed) {
        return new PageCandidates(writing, written, typed).all();
    }

    /** As {@link #of}, names alone that are no page's yet: those that a page may take as its own. */
    static ImmutableList<Candidate> withoutPage(Writing writing, Written written, String typed) {
        PageCandidates names = new PageCandidates(writing, written, typed);
        names.addWithoutFile();
        names.found.sort(BEST_FIRST);
        return names.candidates();
    }

    private ImmutableList<Candidate> all() {
        addDays();
        writing.index()
                .pages(
                        query,
                        MOST,
                        name -> graph.links().files(new Symbol.PageUse(name)).size(),
                        writing.checkWanted())
                .forEach(hit -> addPage((Hit.OfPage) hit));
        addWithoutFile();
        found.sort(BEST_FIRST);
        addNew();
        return candidates();
    }

    private ImmutableList<Candidate> candidates() {
        return found.stream()
                .flatMap(page -> candidate(page).stream())
                .limit(MOST)
                .collect(ImmutableList.toImmutableList());
    }

    private void addNew() {
        String title = typed.strip();
        boolean isName = !title.isEmpty() && !title.endsWith("/");
        PageName name = PageName.of(title);
        if (isName
                && written.isInBrackets()
                && !known.contains(name)
                && !graph.pages().exists(name)) {
            found.add(new Found(Kind.PAGE_WITHOUT_FILE, title, "new page", 0));
        }
    }

    private Optional<Candidate> candidate(Found page) {
        writing.checkWanted().run();
        return written.of(page.title())
                .map(text -> Candidate.of(
                        page.kind(),
                        page.title(),
                        page.where(),
                        text,
                        new About.OfTarget(new Target.OfPage(PageName.of(page.title()), page.title()))));
    }

    private void addDays() {
        NaturalDates.beginningWith(typed, writing.today()).forEach((phrase, date) -> {
            JournalDay day = graph.config().journals().day(date);
            if (known.add(PageName.of(day.title()))) {
                found.add(new Found(Kind.JOURNAL, day.title(), phrase, query.fitOfName(phrase)));
            }
        });
    }

    private void addPage(Hit.OfPage hit) {
        Optional<Facts> facts = graph.facts(hit.path());
        // Nobody looks for the page that lies open, though it is the last changed of all.
        boolean isUnasked = query.isEmpty() && hit.path().equals(writing.page().path());
        if (facts.isEmpty() || isUnasked || isBeingTyped(hit.name(), hit.path())) {
            return;
        }
        String title = facts.get().title();
        boolean isTitle = PageName.of(title).equals(hit.name());
        String name = isTitle ? title : alias(facts.get(), hit.name());
        int fit = query.fitOfName(hit.name().toString());
        if (known.add(hit.name())) {
            boolean isDay = graph.config().journals().parse(title).isPresent();
            found.add(new Found(isDay ? Kind.JOURNAL : Kind.PAGE, name, isTitle ? "" : "alias of " + title, fit));
            addNamespaces(name);
        }
    }

    /** The pages above one and below what was typed: a namespace is walked step by step, whether each step has a file or not. */
    private void addNamespaces(String title) {
        String start = typed.toLowerCase(Locale.ROOT);
        for (String parent : PageName.parents(title)) {
            boolean isBelow = parent.length() > start.length()
                    && parent.toLowerCase(Locale.ROOT).startsWith(start);
            if (isBelow && !graph.pages().exists(PageName.of(parent)) && known.add(PageName.of(parent))) {
                found.add(new Found(Kind.PAGE_WITHOUT_FILE, parent, "no file yet", query.fitOfName(parent)));
            }
        }
    }

    private void addWithoutFile() {
        for (PageName name : writing.index().pagesWithoutFile(query, MOST_WITHOUT_FILE)) {
            if (!graph.pages().exists(name) && !isBeingTyped(name) && known.add(name)) {
                String title = spelt(name);
                found.add(new Found(Kind.PAGE_WITHOUT_FILE, title, "no file yet", query.fitOfName(name.toString())));
            }
        }
    }

    /** Whether a name is there only since it is being typed. */
    private boolean isBeingTyped(PageName name) {
        Symbol use = new Symbol.PageUse(name);
        return isAtCaret(name)
                && graph.links().files(use).equals(List.of(writing.page().path()))
                && graph.count(use) == 1;
    }

    /** As {@link #isBeingTyped}, of an alias that a page gives itself. */
    private boolean isBeingTyped(PageName name, PagePath path) {
        return isAtCaret(name)
                && path.equals(writing.page().path())
                && !name.equals(PageName.of(writing.page().title()));
    }

    private boolean isAtCaret(PageName name) {
        return name.equals(PageName.of(typed)) || written.isNow(name);
    }

    private static String alias(Facts facts, PageName name) {
        return facts.symbols().names(Symbol.Spelling.class, Symbol.Spelling::alias).stream()
                .filter(alias -> PageName.of(alias).equals(name))
                .findFirst()
                .orElse(name.toString());
    }

    /** A name as one of those who refer to it spells it; in lower case where that is not known. */
    private String spelt(PageName name) {
        List<PagePath> files = graph.links().files(new Symbol.PageUse(name));
        if (files.isEmpty()) {
            return name.toString();
        }
        // One of them is enough: no block behind it is read.
        return writing.page(files.get(0)).stream()
                .flatMap(page -> IntStream.range(0, page.outline().size())
                        .boxed()
                        .flatMap(block -> Mentions.of(page, block).stream()))
                .map(Mention::target)
                .flatMap(target -> target instanceof Target.OfPage page
                        ? Stream.concat(Stream.of(page.title()), PageName.parents(page.title()).stream())
                        : Stream.of())
                .filter(title -> PageName.of(title).equals(name))
                .findFirst()
                .orElse(name.toString());
    }
}
