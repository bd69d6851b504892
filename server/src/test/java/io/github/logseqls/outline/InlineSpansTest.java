package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Spans of inline markup: each is where the markup stands, from its first mark to its last. */
class InlineSpansTest {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\'',
            value = {
                "((ID)) ~ block ((ID)) target ID",
                "[a b](((ID)) \"t\"){x} ~ block [a b](((ID)) \"t\"){x} label a b target ID",
                "[[a]] ~ page [[a]] name a",
                "[[a [[b]] c]] ~ page [[a [[b]] c]] name a [[b]] c | page [[b]] name b",
                "[[((ID))]] ~ block [[((ID))]] target ID | page [[((ID))]] name ID",
                "[l]([[a b]]) ~ page [l]([[a b]]) label l name a b",
                "[l](../x.md) ~ link [l](../x.md) label l target ../x.md | page [l](../x.md) label l name l",
                "[l](<a b> \"t\") ~ link [l](<a b> \"t\") label l target a b",
                "![l [m] n](a(b)c.png) ~ link ![l [m] n](a(b)c.png) label l [m] n target a(b)c.png",
                "![l](data:a,b) ~ link ![l](data:a,b) label l target data:a,b",
                "http://a.b/(c)d, ~ link http://a.b/(c)d target http://a.b/(c)d",
                "<a:b> ~ link <a:b> target a:b",
                "<a@b.c> ~ link <a@b.c> target a@b.c",
                "#a.b. ~ tag #a.b name a.b",
                "#[[a b]] ~ tag #[[a b]] name [[a b]]",
                "#a[[b]]c ~ page [[b]] name b | tag #a[[b]]c name a[[b]]c",
                "{{q a , [[b, c]]}} ~ macro {{q a , [[b, c]]}} all a , [[b, c]] a |[[b, c]]",
                "{{embed ((ID))}} ~ block {{embed ((ID))}} target ID | macro {{embed ((ID))}} all ((ID)) ((ID))"
                        + " | page {{embed ((ID))}} name ID",
                "{{{embed a}}} ~ macro {{{embed a}}} all a a | page {{{embed a}}} name a",
                "*a [[b]] `c`* ~ CODE `c` | emphasis *a [[b]] `c`* inside a [[b]] `c` | page [[b]] name b",
                "***a*** ~ emphasis ***a*** inside a",
                "==a== ~ emphasis ==a== inside a",
                "``a`b`` ~ CODE ``a`b``",
                "$a$ ~ MATH $a$",
                "x $$a$$ ~ MATH $$a$$",
                "\\(a\\) ~ MATH \\(a\\)",
                "<b>a [[b]]</b> ~ HTML <b>a [[b]]</b>",
                "x <!-- a --> ~ HTML <!-- a -->",
                "x [:b [:i] \"]\"] ~ HICCUP [:b [:i] \"]\"]",
                "@@html: a@@ ~ EXPORT_SNIPPET @@html: a@@",
                "x[^1] ~ FOOTNOTE [^1]",
                "x_{a}y ~ SCRIPT _{a}",
                "[50%] ~ COOKIE [50%]",
                "Scheduled: <2024-01-05 Fri 10:00 +1w> ~ time SCHEDULED Scheduled: <2024-01-05 Fri 10:00 +1w>",
                "[2024-01-05 Fri]--[2024-01-06 Sat] ~ time  [2024-01-05 Fri] | time  [2024-01-06 Sat]",
                "S: [2024-01-05 Fri]--[2024-01-06 Sat] ~ time  S: [2024-01-05 Fri] | time  [2024-01-06 Sat]",
                "DEADLINE: <2024-01-05 Fri>--<2024-01-06 Sat> ~ time  <2024-01-06 Sat>"
                        + " | time  DEADLINE: <2024-01-05 Fri>"
            })
    void markdownSpansAreExact(String text, String expected) {
        assertThat(described(Syntax.MARKDOWN, text.replace("ID", ID)))
                .isEqualTo(expected.replace("ID", ID).split(" \\| "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "[[a][b [c]]] @ page [[a][b [c]]] label b [c] name a",
                "[[id:ID][l]] @ block [[id:ID][l]] label l target ID | link [[id:ID][l]] label l target id:ID",
                "[[file:x.org][a *b*]] @ link [[file:x.org][a *b*]] label a *b* target file:x.org"
                        + " | page [[file:x.org][a *b*]] label a *b* name a ",
                "[[http://a.b]] @ link [[http://a.b]] target http://a.b",
                "/a/ @ emphasis /a/ inside a",
                "=a= ~b~ @ CODE =a= | CODE ~b~",
                "x^ab y @ SCRIPT ^ab",
                "[fn:1:a] @ FOOTNOTE [fn:1:a]",
                "<<a>> <<<b>>> @ TARGET <<<b>> | TARGET <<a>>"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void orgSpansAreExact(String text, String expected) {
        assertThat(described(Syntax.ORG, text.strip().replace("ID", ID)))
                .isEqualTo(expected.substring(1).replace("ID", ID).split(" \\| "));
    }

    private static String[] described(Syntax syntax, String text) {
        // With a character before it that is two units long, and so that it is no construct.
        Outline outline = Outline.parse(Text.of("x😀 " + text), syntax);
        return outline.inlines(0).stream()
                .map(inline -> describe(outline.text(), inline))
                .sorted()
                .toArray(String[]::new);
    }

    private static String describe(Text text, Inline inline) {
        String span = text.slice(inline.span());
        if (inline instanceof BlockRef ref) {
            return "block " + span + label(text, ref.labelSpan()) + " target " + text.slice(ref.targetSpan());
        }
        if (inline instanceof PageRef ref) {
            return "page " + span + label(text, ref.labelSpan()) + " name " + text.slice(ref.nameSpan());
        }
        if (inline instanceof Link link) {
            return "link " + span + label(text, link.labelSpan()) + " target " + text.slice(link.targetSpan());
        }
        if (inline instanceof Tag tag) {
            return "tag " + span + " name " + text.slice(tag.nameSpan());
        }
        if (inline instanceof Macro macro) {
            List<String> arguments = macro.arguments().stream().map(text::slice).toList();
            return "macro " + span + " all " + text.slice(macro.argumentsSpan()) + " " + String.join("|", arguments);
        }
        if (inline instanceof Emphasis emphasis) {
            return "emphasis " + span + " inside " + text.slice(emphasis.inside());
        }
        return inline instanceof Timestamp date
                ? "time " + date.keyword() + " " + span
                : ((Verbatim) inline).kind() + " " + span;
    }

    private static String label(Text text, Span label) {
        return label.isEmpty() ? "" : " label " + text.slice(label);
    }

    @ParameterizedTest
    @EnumSource
    void spansOfRandomPagesHoldTheirParts(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 5000; round++) {
            String page = RandomPages.next(random);
            Outline outline = Outline.parse(Text.of(page), syntax);
            for (int index = 0; index < outline.size(); index++) {
                assertThat(outline.inlines(index))
                        .as("-Dseed=%d, %s", seed, page)
                        .doesNotHaveDuplicates();
                for (Inline inline : outline.inlines(index)) {
                    String where = "-Dseed=%d, %s in %s".formatted(seed, inline, page);
                    assertThat(outline.span(index).contains(inline.span()))
                            .as(where)
                            .isTrue();
                    assertThat(parts(inline)).as(where).allMatch(inline.span()::contains);
                    assertThat(page.substring(
                                    inline.span().start(), inline.span().end()))
                            .as(where)
                            .matches(form(inline));
                }
            }
        }
    }

    private static List<Span> parts(Inline inline) {
        if (inline instanceof BlockRef ref) {
            return List.of(ref.labelSpan(), ref.targetSpan());
        }
        if (inline instanceof PageRef ref) {
            return List.of(ref.labelSpan(), ref.nameSpan());
        }
        if (inline instanceof Link link) {
            return List.of(link.labelSpan(), link.targetSpan());
        }
        if (inline instanceof Macro macro) {
            return macro.arguments();
        }
        return inline instanceof Emphasis emphasis ? List.of(emphasis.inside()) : List.of();
    }

    /** What the text of some markup looks like. */
    private static String form(Inline inline) {
        if (inline instanceof BlockRef ref) {
            return form(ref.form() == BlockRef.Form.EMBED, ref.form() == BlockRef.Form.PLAIN ? "\\(\\(.+\\)\\)" : "");
        }
        if (inline instanceof PageRef ref) {
            return form(ref.form() == PageRef.Form.EMBED, ref.form() == PageRef.Form.PLAIN ? "\\[\\[.+\\]\\]" : "");
        }
        if (inline instanceof Macro) {
            return form(true, "");
        }
        if (inline instanceof Emphasis emphasis) {
            String mark = emphasis.mark().replaceAll("(.)", "\\\\$1");
            return "(?s)" + mark + ".+" + mark;
        }
        if (inline instanceof Timestamp) {
            return "(?s)[A-Za-z]*:?\\s*[<\\[].+[>\\]]";
        }
        if (inline instanceof Verbatim verbatim) {
            return "(?s)" + form(verbatim.kind());
        }
        return inline instanceof Tag ? "#?.+" : "(?s)(!?\\[.*\\)(\\{.*\\})?|\\[\\[.+\\]\\](\\{.*\\})?|<.+>?|\\w+://.+)";
    }

    private static String form(boolean embed, String plain) {
        return embed ? "\\{\\{.+\\}\\}" : plain.isEmpty() ? "(?s).+" : "(?s)" + plain;
    }

    private static String form(Verbatim.Kind kind) {
        return switch (kind) {
            case CODE -> "`.+`|=.+=|~.+~|``.*``";
            case MATH -> "\\$.+\\$|\\\\[(\\[].*\\\\[)\\]]";
            case HTML -> "<.+(>|\\]\\])";
            case HICCUP -> "\\[:.+\\]";
            case EXPORT_SNIPPET -> "@@.+@@";
            case FOOTNOTE -> "\\[(\\^|fn:).+\\]";
            case SCRIPT -> "[_^].*";
            case COOKIE -> "\\[\\d.*\\]";
            case TARGET -> "<<.+>>";
        };
    }

    @Test
    void itemsOfTheNextBlockAreNotRead() {
        Outline outline = Outline.parse(Text.of("+ x\n+ #`\n #\r"), Syntax.MARKDOWN);
        assertThat(outline.inlines(0)).hasSize(1);
    }

    @Test
    void namesAreAsLogseqTakesThem() {
        Outline outline = Outline.parse(Text.of("- [[a\\*b]] #c\\*d [[e [[f\\*]]]]"), Syntax.MARKDOWN);
        assertThat(outline.inlines(0).stream()
                        .map(inline -> inline instanceof Tag tag ? tag.text() : ((PageRef) inline).name()))
                .containsExactlyInAnyOrder("a*b", "c*d", "e [[f\\*]]", "f\\*");
    }
}
