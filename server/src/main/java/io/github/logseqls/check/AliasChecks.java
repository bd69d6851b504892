package io.github.logseqls.check;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.check.Finding.Related;
import io.github.logseqls.graph.ConflictCopy;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PageProperties;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.PropertyPlace;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import java.util.stream.Stream;

/** Aliases that do not lead to their page, as another page has the name too. */
final class AliasChecks {

    private static final int MOST_RELATED = 10;
    private static final int LONGEST_ALIAS = 60;
    /** More aliases of one page are not looked at, each of which may have another page read. */
    private static final int MOST_ALIASES = 200;

    private final Examined page;

    AliasChecks(Examined page) {
        this.page = page;
    }

    static boolean suspects(Graph graph, Symbol symbol) {
        return symbol instanceof Symbol.Alias alias
                && (graph.links().files(symbol).size() > 1
                        || !graph.links().files(new Symbol.Title(alias.page())).isEmpty());
    }

    void look() {
        PageProperties.aliases(page.page()).stream().limit(MOST_ALIASES).forEach(this::look);
    }

    private void look(String alias) {
        PageName name = PageName.of(alias);
        ImmutableList<Page> titled = others(new Symbol.Title(name))
                .filter(other -> hasText(other.outline()) && !isMutual(other))
                .limit(MOST_RELATED)
                .collect(ImmutableList.toImmutableList());
        if (!titled.isEmpty()) {
            report(
                    alias,
                    "\"%s\" is also the title of %s. As there is text on that page, links to the name open it and not this page. Choose another alias, or move the text here and delete that page.",
                    titled);
            return;
        }
        ImmutableList<Page> aliased =
                others(new Symbol.Alias(name)).limit(MOST_RELATED).collect(ImmutableList.toImmutableList());
        if (!aliased.isEmpty()) {
            report(
                    alias,
                    "\"%s\" is an alias of %s too. Logseq opens only one of the pages when a link to the name is followed. Keep it on one of them.",
                    aliased);
        }
    }

    private void report(String alias, String says, ImmutableList<Page> others) {
        page.report(
                Code.ALIAS_COLLISION,
                span(alias),
                says.formatted(
                        Places.shorten(alias, LONGEST_ALIAS), others.get(0).path()),
                others.stream()
                        .map(other -> new Related(
                                other,
                                Examined.firstLine(other),
                                "goes by this name too: " + Places.shorten(other.title(), LONGEST_ALIAS)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private Stream<Page> others(Symbol name) {
        return page.graph().links().files(name).stream()
                .filter(path -> !path.equals(page.page().path()) && isPage(path))
                .flatMap(path -> page.snapshot().page(path).stream());
    }

    private boolean isPage(PagePath path) {
        return page.graph().isPage(path) && !ConflictCopy.isOne(path);
    }

    /** Pages that name each other are meant to share their references. */
    private boolean isMutual(Page other) {
        Symbol back = new Symbol.Alias(PageName.of(page.page().title()));
        return page.graph()
                .facts(other.path())
                .filter(facts -> facts.symbols().has(back))
                .isPresent();
    }

    /** From a page that is empty, or holds one empty bullet, Logseq goes on to the page that the alias is of. */
    private static boolean hasText(Outline outline) {
        return outline.size() > 1
                || outline.size() == 1
                        && (outline.block(0).kind() == Block.Kind.PREAMBLE
                                || !outline.text().slice(outline.title(0)).isBlank());
    }

    private Span span(String alias) {
        Span value = PropertyPlace.of(page.outline(), "alias").orElseGet(() -> Examined.firstLine(page.page()));
        String written = page.outline().text().slice(value);
        int at = written.indexOf(alias);
        return at < 0 ? value : new Span(value.start() + at, value.start() + at + alias.length());
    }
}
