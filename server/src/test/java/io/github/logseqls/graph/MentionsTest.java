package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MentionsTest {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @Test
    void namesWhatAPageNames() {
        assertThat(all("""
                        title:: My Page
                        alias:: Other, [[Third]] fourth
                        tags:: a, [[b c]], 日本

                        - TODO see [[x [[y]]]] and #t #[[u v]] [l]([[w]])
                          id:: %s
                          kind:: [[Book]]
                        - ((%s)) {{embed [[e]]}} {{embed ((%s))}} [f](../assets/f.png)
                          template:: tpl
                        - SCHEDULED: <2024-01-05 Fri>""".formatted(ID, ID, ID)))
                .containsExactlyInAnyOrder(
                        "KEY title OfKey",
                        "TITLE My Page my page",
                        "KEY alias OfKey",
                        "ALIAS Other other",
                        "PAGE_REF [[Third]] third",
                        "ALIAS fourth fourth",
                        "KEY tags OfKey",
                        "VALUE a a",
                        "PAGE_REF [[b c]] b c",
                        "VALUE 日本 日本",
                        "MARKER TODO OfMarker",
                        "PAGE_REF [[x [[y]]]] x [[y]]",
                        "PAGE_REF [[y]] y",
                        "TAG #t t",
                        "TAG #[[u v]] u v",
                        "PAGE_REF [l]([[w]]) w",
                        "ID id:: " + ID + " OfBlock",
                        "KEY kind OfKey",
                        "PAGE_REF [[Book]] book",
                        "BLOCK_REF ((" + ID + ")) OfBlock",
                        "EMBED {{embed [[e]]}} e",
                        "EMBED {{embed ((" + ID + "))}} OfBlock",
                        "FILE [f](../assets/f.png) OfFile",
                        "KEY template OfKey",
                        "TEMPLATE tpl OfTemplate",
                        "DATE SCHEDULED: <2024-01-05 Fri> jan 5th, 2024");
    }

    @Test
    void directivesNameSomethingInTheBlockThatTheyStandIn() {
        Page page = page("#+first: [[One]]\n\n- block\n  #+second: [[Two]]\n- last", Syntax.MARKDOWN);
        int two = page.outline().text().string().indexOf("Two");
        assertThat(Mentions.of(page)).extracting(Mention::form).contains(Mention.Form.PAGE_REF);
        assertThat(Mentions.of(page, 0))
                .allMatch(mention -> page.outline().span(0).contains(mention.span()));
        assertThat(Mentions.at(page, two)).map(Mention::target).contains(Target.OfPage.of("Two"));
    }

    /** No block refers to an alias there, since none holds the directive's properties: the page has it, and that is all. */
    @Test
    void namesInBracketsOfDirectivesBelowBlocksAreAliases() {
        Page page = page("* one\n#+alias: text [[q]], #b, #[[c d]]\n#+tags: [[e]]", Syntax.ORG);
        assertThat(forms(page))
                .containsExactlyInAnyOrder(
                        "KEY alias OfKey",
                        "ALIAS text text",
                        "ALIAS [[q]] q",
                        "ALIAS #b b",
                        "ALIAS #[[c d]] c d",
                        "KEY tags OfKey",
                        "PAGE_REF [[e]] e");
        assertThat(PageProperties.aliases(page)).containsExactlyInAnyOrder("text", "q", "b", "c d");
    }

    @Test
    void anAliasInQuotesIsOneNameWithThem() {
        assertThat(all("alias:: \"a, b\"\n\n- x")).contains("ALIAS \"a, b\" \"a, b\"");
    }

    @ParameterizedTest
    @EnumSource
    void whatABlockNamesStandsInIt(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            Page page = page(RandomPages.next(random), syntax);
            for (int block = 0; block < page.outline().size(); block++) {
                Span span = page.outline().span(block);
                assertThat(Mentions.of(page, block))
                        .as("-Dseed=%d, %s", seed, page.outline().text())
                        .allMatch(mention -> span.contains(mention.span()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMentionsOfOneThingAreThoseOfAllThatMeanIt(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            Page page = page(RandomPages.next(random), syntax);
            ImmutableList<Mention> all = Mentions.of(page);
            for (Mention mention : all) {
                Meaning meaning = new Meaning(ImmutableSet.of(mention.target()), ImmutableSet.of(), ImmutableSet.of());
                assertThat(Mentions.of(page, meaning))
                        .as("-Dseed=%d, %s in %s", seed, mention, page.outline().text())
                        .containsExactlyElementsOf(
                                all.stream().filter(meaning::isMentionedBy).toList());
            }
        }
    }

    /** The index says which files to look into; what stands there must be found. */
    @ParameterizedTest
    @EnumSource
    void eachPlaceIsKnownToTheFactsOfThePage(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            Page page = page(RandomPages.next(random), syntax);
            Symbols symbols =
                    Facts.of(page.path(), page.outline(), page.config()).symbols();
            for (Mention mention : Mentions.of(page)) {
                assertThat(isKnown(mention, symbols))
                        .as("-Dseed=%d, %s in %s", seed, mention, page.outline().text())
                        .isTrue();
            }
        }
    }

    private static boolean isKnown(Mention mention, Symbols symbols) {
        Target target = mention.target();
        if (target instanceof Target.OfBlock of) {
            return symbols.has(
                    mention.form() == Mention.Form.ID ? new Symbol.Definition(of.id()) : new Symbol.BlockUse(of.id()));
        }
        if (target instanceof Target.OfFile of) {
            return symbols.has(new Symbol.FileUse(of.path()));
        }
        if (target instanceof Target.OfMarker of) {
            return symbols.has(new Symbol.Marker(of.marker()));
        }
        if (target instanceof Target.OfKey of) {
            return symbols.has(new Symbol.Key(of.key()));
        }
        boolean isUse = !mention.form().defines() && mention.form() != Mention.Form.DATE;
        return !isUse || symbols.has(new Symbol.PageUse(((Target.OfPage) target).name()));
    }

    private static Set<String> all(String text) {
        return forms(page(text, Syntax.MARKDOWN));
    }

    private static Set<String> forms(Page page) {
        return Mentions.of(page).stream()
                .map(mention -> "%s %s %s"
                        .formatted(
                                mention.form(),
                                page.outline().text().slice(mention.span()),
                                mention.target() instanceof Target.OfPage of
                                        ? of.name()
                                        : mention.target().getClass().getSimpleName()))
                .collect(Collectors.toSet());
    }

    private static Page page(String text, Syntax syntax) {
        return new Page(new PagePath("pages/a.md"), Outline.parse(Text.of(text), syntax), GraphConfig.NEW_GRAPH);
    }
}
