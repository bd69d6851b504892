package io.github.logseqls.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Multiset;
import io.github.logseqls.graph.Planning;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.Timestamp;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Markers, properties, macros, dates, commands and the like: chosen, they are read as what they are, and nothing else changes; at random. */
class WordCandidatesTest {

    private static final int ROUNDS = 600;
    private static final List<String> TYPED = List.of(
            "\n- ",
            "\n- TO",
            "\n- ## d",
            "\n* ",
            "\n* TODO [#",
            "\n- TODO [#",
            "\n- x\n  ki",
            "\n- x\nki",
            "\n- x\n  kind:: ",
            "\n- x\n  collapsed::",
            "\n- x\n  heading:: ",
            "\n* x\n:PROPERTIES:\n:ki",
            "\n* x\n:PROPERTIES:\n:kind: ",
            "\n* x\n:ki",
            "\n* x\nsch",
            "\n- x\n  dead",
            "\n- TODO x\n  SCHEDULED: <2024-01-05 Fri> +",
            "\n- TODO x\n  SCHEDULED: .",
            "\n- x /block e",
            " {{renderer :",
            " {{",
            " {{qu",
            "\n- TODO x\n  SCHEDULED: ",
            "\n* TODO x\nDEADLINE: <tom",
            "\n- /",
            "\n- x /",
            " /to",
            "\n- x\n  #+BEG",
            "\n#+",
            "\n- ```j",
            "\n- x\n  #+BEGIN_SRC ",
            "\n* x\n#+begin_src py",
            "\n  ```");

    private static final List<String> MARKDOWN = List.of(
            "- text\n",
            "\t- more text [[page]]\n\t  kind:: x\n",
            "- TODO [#A] 日本 😀 #tag\n  SCHEDULED: <2024-01-05 Fri>\n",
            "- ## heading\n  id:: 5f0e0001-1c2d-4e3f-8a4b-0123456789ab\n  text below\n",
            "- ```js\n  let a\n  ```\n",
            "- {{query (and [[a]] [[b]])}} `code`\n",
            "- \n");
    private static final List<String> ORG = List.of(
            "* text\n",
            "** more text [[page]]\n:PROPERTIES:\n:kind: x\n:END:\n",
            "* TODO [#A] 日本 😀 #tag\nSCHEDULED: <2024-01-05 Fri>\n",
            "* heading\n:PROPERTIES:\n:id: 5f0e0001-1c2d-4e3f-8a4b-0123456789ab\n:END:\ntext below\n",
            "* x\n#+BEGIN_SRC js\nlet a\n#+END_SRC\n",
            "* {{query (and [[a]] [[b]])}} =code=\n",
            "* \n");

    @ParameterizedTest
    @EnumSource
    void whatIsChosenIsReadAsMeant(Syntax syntax) {
        Typing.Source source = new Typing.Source(syntax, random -> page(random, syntax), TYPED, List.of("", "\n"));
        Multiset<Class<?>> taken = Typing.assertHolds(
                ROUNDS,
                source,
                Typing::typed,
                (typing, typed, candidate, as) ->
                        new Choice(typing.page().outline(), typed, candidate, as).assertMeant());
        assertThat(taken.elementSet()).hasSizeGreaterThan(7);
    }

    private static String page(Random random, Syntax syntax) {
        List<String> pieces = syntax == Syntax.MARKDOWN ? MARKDOWN : ORG;
        return Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                .limit(1 + random.nextInt(5))
                .collect(Collectors.joining());
    }

    /** Something that was chosen, and an x typed where one goes on. */
    private record Choice(Outline before, Typed typed, Candidate candidate, String as) {

        private Span whole() {
            return typed.token().whole();
        }

        private int caret() {
            return whole().start() + candidate.caret();
        }

        private Outline after() {
            String text = candidate.text();
            // Nobody leaves a key or a marker without more.
            boolean goesOn = text.endsWith(" ") && (typed instanceof Typed.Key || typed instanceof Typed.FirstWord);
            Outline chosen = before.with(new Edit(whole(), text));
            return goesOn ? chosen.with(new Edit(new Span(caret(), caret()), "x")) : chosen;
        }

        void assertMeant() {
            Outline after = after();
            int index = after.blockAt(whole().start()).orElseThrow();
            Block block = after.block(index);
            if (typed instanceof Typed.FirstWord && candidate.kind() == Candidate.Kind.MARKER) {
                assertThat(block.taskMarks().marker()).as(as).isEqualTo(candidate.label());
            } else if (candidate.kind() == Candidate.Kind.JOURNAL) {
                Planning planning = Planning.of(after, index);
                assertThat(planning.scheduled().isPresent()
                                || planning.deadline().isPresent()
                                || candidate.text().startsWith("[["))
                        .as(as)
                        .isTrue();
            } else if (candidate.kind() == Candidate.Kind.KEY) {
                assertThat(block.property(candidate.label())).as(as).isPresent();
            } else if (typed instanceof Typed.Value value && !value.key().equals("tags")) {
                assertThat(block.property(value.key()).map(Property::value))
                        .as(as)
                        .contains(candidate.label());
            } else if (typed instanceof Typed.Priority) {
                assertThat(block.taskMarks().priority()).as(as).isEqualTo(candidate.label());
            } else if (typed instanceof Typed.MacroName) {
                assertThat(after.inlines(index)).as(as).anyMatch(this::isMacro);
            } else if (typed instanceof Typed.Planned) {
                assertThat(after.inlines(index)).as(as).anyMatch(this::isDate);
            } else if (typed instanceof Typed.Language language) {
                assertThat(block.constructs()).as(as).anyMatch(read -> read.kind() == language.kind());
            } else if (typed instanceof Typed.Directive && candidate.kind() == Candidate.Kind.WORD) {
                assertThat(block.constructs()).as(as).anyMatch(read -> read.kind() == Construct.Kind.BEGIN);
            }
            if (candidate.kind() != Candidate.Kind.TEMPLATE && !isOfAnOpener()) {
                assertOthersStay(after, index);
            }
        }

        private boolean isMacro(Inline inline) {
            return inline instanceof Macro macro
                    && macro.name().equals(candidate.label())
                    && macro.span().start() == whole().start();
        }

        private boolean isDate(Inline inline) {
            return inline instanceof Timestamp date && date.span().contains(caret() - 1);
        }

        /** An opener that stood alone may close something that stood open, and so may one behind it in the line, which opens now. */
        private boolean isOfAnOpener() {
            int line = before.text().lineOf(whole().start());
            Span rest = new Span(whole().end(), before.text().line(line).end());
            return typed instanceof Typed.Language
                    || typed instanceof Typed.Directive
                    || before.text().slice(rest).contains("```");
        }

        private void assertOthersStay(Outline after, int own) {
            assertThat(after.size()).as(as).isEqualTo(before.size());
            for (int index = 0; index < before.size(); index++) {
                assertThat(after.level(index)).as(as).isEqualTo(before.level(index));
                if (index != own) {
                    assertThat(after.text().slice(after.span(index)))
                            .as(as)
                            .isEqualTo(before.text().slice(before.span(index)));
                }
            }
        }
    }
}
